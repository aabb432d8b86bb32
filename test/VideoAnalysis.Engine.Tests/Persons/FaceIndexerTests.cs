using System.Diagnostics;
using System.Globalization;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Engine.Faces;
using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Engine.Persons;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Persons;

/// <summary>
/// Faces of two free portraits (<c>tools/Evaluate/Footage/pictures</c>), and of pictures made of them: other sizes,
/// darker, blurred, compressed hard, turned a little, mirrored. More free portraits than these were not to be had.
/// </summary>
[Slow]
public sealed class FaceIndexerTests : IDisposable
{
    /// <summary>Rekognition's default threshold.</summary>
    private const float Threshold = 80;

    private static readonly string[] Changes =
    [
        "scale=200:-2", "scale=iw*1.5:-2", "eq=brightness=-0.2", "gblur=2", "rotate=0.15:fillcolor=gray", "hflip",
        "noise=alls=20:allf=t", "pad=iw*2:ih*2:iw/2:ih/2",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly FaceFinder _finder = new(new ModelFiles(ModelFiles.DefaultDirectory));
    private readonly FaceIndexer _indexer;

    public FaceIndexerTests() => _indexer = new FaceIndexer(_finder);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task One_person_is_alike_in_changed_pictures_and_two_are_not()
    {
        var known = new Dictionary<string, ReadOnlyMemory<float>>(StringComparer.Ordinal);
        foreach (var name in new[] { "astronaut", "hopper" })
        {
            known[name] = (await _indexer.MeasureAsync(Portrait(name), Token))[0].Embedding;
        }

        var (right, wrong, all) = (0, 0, 0);
        foreach (var name in known.Keys)
        {
            foreach (var change in Changes)
            {
                var changed = Path.Combine(_folder.Path, $"{name}-{all}.jpg");
                await FfmpegAsync("-i", Portrait(name), "-vf", change, "-q:v", "12", changed);
                all++;
                if (await _indexer.MeasureAsync(changed, Token) is not [var face, ..])
                {
                    TestContext.Current.SendDiagnosticMessage($"{name}, {change}: no face found");
                    continue;
                }

                foreach (var (other, embedding) in known)
                {
                    var similarity = _indexer.Similarity(embedding.Span, face.Embedding.Span);
                    TestContext.Current.SendDiagnosticMessage(string.Create(
                        CultureInfo.InvariantCulture, $"{name}, {change}: like {other} {similarity:0.0}"));
                    right += other == name && similarity >= Threshold ? 1 : 0;
                    wrong += other != name && similarity >= Threshold ? 1 : 0;
                }
            }
        }

        TestContext.Current.SendDiagnosticMessage($"recall {right} of {all}, false matches {wrong}");
        Assert.Equal(0, wrong);
        Assert.True(right >= all - 2, $"recall {right} of {all}");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_png_is_read_as_well_whatever_its_file_is_called()
    {
        var png = Path.Combine(_folder.Path, "portrait.mp4");
        await FfmpegAsync("-i", Portrait("astronaut"), "-f", "image2", "-c:v", "png", "-update", "1", png);

        var ofPng = await _indexer.MeasureAsync(png, Token);
        var ofJpeg = await _indexer.MeasureAsync(Portrait("astronaut"), Token);

        Assert.InRange(_indexer.Similarity(ofPng[0].Embedding.Span, ofJpeg[0].Embedding.Span), 99, 100);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("no picture at all")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0 damaged")]
    [InlineData("#EXTM3U\nfile:///etc/passwd")]
    public async Task What_is_no_picture_is_refused(string text)
    {
        var path = Path.Combine(_folder.Path, "portrait.jpg");
        await File.WriteAllTextAsync(path, text, System.Text.Encoding.Latin1, Token);

        await Assert.ThrowsAsync<UnusablePictureException>(() => _indexer.MeasureAsync(path, Token));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_picture_that_is_too_small_is_refused()
    {
        var path = Path.Combine(_folder.Path, "small.jpg");
        await FfmpegAsync("-i", Portrait("astronaut"), "-vf", "scale=79:79", path);

        await Assert.ThrowsAsync<UnusablePictureException>(() => _indexer.MeasureAsync(path, Token));
    }

    public void Dispose()
    {
        _finder.Dispose();
        _folder.Dispose();
    }

    private static string Portrait(string name) =>
        Path.Combine(RepositoryFolder.Path, "tools", "Evaluate", "Footage", "pictures", $"{name}.jpg");

    private static async Task FfmpegAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-y", .. arguments]))!;
        await process.WaitForExitAsync(Token);
        Assert.Equal(0, process.ExitCode);
    }
}
