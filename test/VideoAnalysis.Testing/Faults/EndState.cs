using System.Text;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.Testing.Faults;

/// <summary>
/// What a run ends in: the job items and the chunks, told as text, without times and counts of writes; and what the
/// engine charged for.
/// </summary>
/// <param name="Stored">The jobs and the chunks.</param>
/// <param name="AnnouncementProblems">What is wrong with the announcements.</param>
/// <param name="Started">The uploads of which the engine started a job, one for each job that cost money.</param>
public sealed record EndState(string Stored, IReadOnlyList<string> AnnouncementProblems, IReadOnlyList<string> Started)
{
    public static async Task<EndState> OfAsync(FaultWorld world)
    {
        var text = new StringBuilder();
        foreach (var key in world.Keys.Order(StringComparer.Ordinal))
        {
            var jobs = await world.FindJobsAsync(key);
            text.AppendLine(
                jobs.Count == 0 ? $"{key}: no job" : string.Join('\n', jobs.Select(job => Tell(job, world))));
            var chunks = (await world.Store.ChunksAsync(key)).Select(chunk => WithoutAttempts(chunk, jobs));
            foreach (var chunk in chunks.Order(StringComparer.Ordinal))
            {
                text.Append("  ").AppendLine(chunk);
            }
        }

        return new(
            text.ToString(),
            await world.FindAnnouncementProblemsAsync(),
            [.. world.Engine.Started.Select(start =>
                $"{start.Analysis.Name} {start.Upload.Video} {start.Upload.ETag} {start.Upload.Attempt}")]);
    }

    /// <summary>
    /// Whether a disturbed run ended as well as the undisturbed one: the same items, no upload paid for twice, and
    /// every end announced. (With several uploads of a key it depends on the order of their events whether the older
    /// ones cost anything.)
    /// </summary>
    public bool IsAsGoodAs(EndState undisturbed)
    {
        ArgumentNullException.ThrowIfNull(undisturbed);
        return Stored == undisturbed.Stored
            && AnnouncementProblems.Count == 0 && undisturbed.AnnouncementProblems.Count == 0 &&
            Started.Distinct().Count() == Started.Count;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Stored}{string.Join('\n', AnnouncementProblems)}\nstarted: {string.Join(", ", Started)}";

    // Under which token something is built again depends on how often that was tried.
    private static string WithoutAttempts(string chunk, IEnumerable<AnalysisJob> jobs) => jobs.Aggregate(
        chunk,
        (text, job) =>
            job.Rebuilt is { } token ? text.Replace(token.Value, "rebuilt", StringComparison.Ordinal) : text);

    private static string Tell(AnalysisJob job, FaultWorld world) => string.Join(
        "; ",
        job.Upload,
        job.Analysis,
        job.Token,
        job.Status,
        job.Reason,
        job.Warning,
        job.JobId is null ? "no JobId"
            : job.JobId == world.Engine.JobIdOf(job.Token) ? "the token's JobId" : "another JobId",
        job.Metadata,
        job.Summary,
        string.Join(", ", job.Summary?.Appearances.MostProminent ?? []),
        $"checkpoint: {job.Checkpoint}",
        $"in backlog: {job.InBacklog}",
        $"cuts: {job.Cuts}",
        $"rebuilt: {job.Rebuilt is not null}",
        $"rebuilding: {job.Rebuilding}",
        $"garbage: {job.Garbage.Count}",
        $"unannounced: {job.IsUnannounced}",
        $"due: {job.DueAt}");
}
