using System.Globalization;
using VideoAnalysis.Engine.Labels;
using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Labels;

/// <summary>
/// What the network sees on real photos (<c>Pictures/pictures.tsv</c> has what they show, counted by hand, their
/// licences and authors). None of them was looked at when <see cref="ObjectConfidence.Even"/> was chosen.
/// </summary>
[Slow]
public sealed class ObjectsOnPhotosTests
{
    /// <summary>Rekognition's default.</summary>
    private const float MinConfidence = 50;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Labels", "Pictures");

    [Fact(Timeout = 120_000)]
    public async Task Most_of_what_photos_show_is_found_and_little_else()
    {
        using var network = ObjectDetector.Load(new ModelFiles(ModelFiles.DefaultDirectory));
        using var detector = new ObjectDetector(network);
        var scores = new SortedDictionary<string, (int Found, int Missed, int Wrong)>(StringComparer.Ordinal);
        foreach (var (file, classes, ignored) in Truth())
        {
            var picture = await Photo.ReadAsync(Path.Combine(Folder, file));
            var objects = detector.Detect(picture, ObjectConfidence.ScoreOf(MinConfidence));
            Assert.All(objects, seen => Assert.InRange(ObjectConfidence.Of(seen.Score), MinConfidence - 0.001, 100));
            var seen = objects.Select(found => ObjectLabels.Classes[found.Class]).Distinct().Except(ignored).ToList();
            Count(scores, classes.Intersect(seen), (1, 0, 0));
            Count(scores, classes.Except(seen), (0, 1, 0));
            Count(scores, seen.Except(classes), (0, 0, 1));
        }

        foreach (var (name, (found, missed, wrong)) in scores)
        {
            TestContext.Current.SendDiagnosticMessage($"{name}: found {found}, missed {missed}, wrong {wrong}");
        }

        var all = scores.Values.Aggregate((a, b) => (a.Found + b.Found, a.Missed + b.Missed, a.Wrong + b.Wrong));
        var (precision, recall) =
            (all.Found / (double)(all.Found + all.Wrong), all.Found / (double)(all.Found + all.Missed));
        TestContext.Current.SendDiagnosticMessage(string.Create(
            CultureInfo.InvariantCulture,
            $"all classes at {MinConfidence}: precision {precision:0.00}, recall {recall:0.00}"));
        Assert.True(recall >= 0.6, $"recall {recall}");
        Assert.True(precision >= 0.7, $"precision {precision}");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("astronaut.jpg", "person", 0.03, 0.03, 0.68, 0.96)]
    [InlineData("chelsea.jpg", "cat", 0.01, 0.01, 0.95, 0.97)]
    [InlineData("polar-bear.jpg", "bear", 0.22, 0.32, 0.61, 0.45)]
    public async Task Boxes_are_where_the_objects_are(
        string file, string name, double x, double y, double width, double height)
    {
        using var network = ObjectDetector.Load(new ModelFiles(ModelFiles.DefaultDirectory));
        using var detector = new ObjectDetector(network);
        var picture = await Photo.ReadAsync(Path.Combine(Folder, file));

        var found = detector.Detect(picture, 0.3f).First(seen => ObjectLabels.Classes[seen.Class] == name);

        var expected = new Engine.Pictures.Rectangle(
            x * picture.Width, y * picture.Height, width * picture.Width, height * picture.Height);
        Assert.InRange(Engine.Pictures.Rectangle.Overlap(found.Box, expected), 0.85, 1);
    }

    private static IEnumerable<(string File, string[] Classes, string[] Ignored)> Truth() =>
        File.ReadLines(Path.Combine(Folder, "pictures.tsv")).Skip(1).Select(line => line.Split('\t')).Select(cells =>
            (cells[0], List(cells[1]), List(cells[2])));

    private static string[] List(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static void Count(
        SortedDictionary<string, (int Found, int Missed, int Wrong)> scores,
        IEnumerable<string> classes,
        (int Found, int Missed, int Wrong) more)
    {
        foreach (var name in classes)
        {
            var (found, missed, wrong) = scores.GetValueOrDefault(name);
            scores[name] = (found + more.Found, missed + more.Missed, wrong + more.Wrong);
        }
    }
}
