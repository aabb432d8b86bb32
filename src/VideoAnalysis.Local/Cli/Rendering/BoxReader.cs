using System.Text.Json;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Cli.Rendering;

/// <summary>Asks the HTTP API where something is seen, and follows it through its appearances.</summary>
internal sealed class BoxReader(ApiClient api)
{
    /// <summary>Where a subject is seen.</summary>
    /// <param name="key">The video.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A box for each appearance; none for what has no place in the picture.</returns>
    /// <exception cref="ApiException">The API answers with an error, or not at all.</exception>
    /// <exception cref="UsageException">Nobody of that name is seen.</exception>
    public async Task<IReadOnlyList<FollowedBox>> ReadAsync(
        string key, PaintedSubject subject, CancellationToken cancellationToken)
    {
        var wanted = subject.Name is null ? null : await NamedAsync(key, subject, cancellationToken);
        var query = DetectionFilter.None.ToQueryOfLargePages(subject.Analysis);
        var found = new Dictionary<(long Appearance, int Place), List<(long Time, BoundingBox Box)>>();
        await foreach (var page in api.PagesAsync(VideoAddress.Of(key, query), cancellationToken))
        {
            using var document = JsonDocument.Parse(page.Body);
            foreach (var detection in document.RootElement.GetProperty("detections").EnumerateArray())
            {
                var time = detection.GetProperty("timestamp").GetInt64();

                // What belongs to no appearance stands for itself.
                var appearance = detection.TryGetProperty("appearance", out var id) ? id.GetInt64() : -1 - time;
                if (wanted?.Contains(appearance) == false)
                {
                    continue;
                }

                var place = 0;
                foreach (var box in BoxesOf(detection))
                {
                    var boxes =
                        found.TryGetValue((appearance, place), out var known) ? known : found[(appearance, place)] = [];
                    boxes.Add((time, box));
                    place++;
                }
            }
        }

        return [.. found.Values.Select(Follow)];
    }

    private async Task<HashSet<long>> NamedAsync(
        string key, PaintedSubject subject, CancellationToken cancellationToken)
    {
        var all = await new ResultsClient(api)
            .AppearancesAsync(key, subject.Analysis, DetectionFilter.None, cancellationToken);
        var named = all.Where(each => NameOf(each) == subject.Name).Select(each => (long)each.Id).ToHashSet();
        var names = all.Select(NameOf).OfType<string>().Distinct().Take(20).Select(Printable.Line).ToList();
        return named.Count > 0 ? named : throw new UsageException(names.Count > 0
            ? $"{subject.Analysis} found nobody and nothing called \"{Printable.Line(subject.Name!)}\"; it found " +
                $"{string.Join(", ", names)}."
            : $"{subject.Analysis} found nobody and nothing that has a name.");
    }

    private static string? NameOf(SeenAppearance appearance) =>
        appearance.Person ?? appearance.Subject?.Name ?? appearance.Subject?.Key;

    private static FollowedBox Follow(List<(long Time, BoundingBox Box)> boxes)
    {
        // Two boxes of one time cannot be told apart; both count, one right after the other.
        var inOrder = boxes.OrderBy(each => each.Time).ToList();
        return new([.. inOrder.Select(each => each.Time)], [.. inOrder.Select(each => each.Box)]);
    }

    /// <summary>
    /// The boxes of a detection: its own, that of its face, of its geometry, or those of its instances.
    /// </summary>
    private static IEnumerable<BoundingBox> BoxesOf(JsonElement detection)
    {
        if (detection.TryGetProperty("face", out var face) && face.TryGetProperty("boundingBox", out var ofFace))
        {
            return [Read(ofFace)];
        }

        if (detection.TryGetProperty("boundingBox", out var own))
        {
            return [Read(own)];
        }

        return detection.TryGetProperty("instances", out var instances)
            ? instances.EnumerateArray()
                .Where(instance => instance.TryGetProperty("boundingBox", out _))
                .Select(instance => Read(instance.GetProperty("boundingBox")))
            : [];
    }

    private static BoundingBox Read(JsonElement box) => new(
        box.GetProperty("left").GetSingle(),
        box.GetProperty("top").GetSingle(),
        box.GetProperty("width").GetSingle(),
        box.GetProperty("height").GetSingle());
}
