using System.Diagnostics;
using System.Globalization;
using VideoAnalysis.Engine.Rendering;
using VideoAnalysis.Evaluate.Faces;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Rendering;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Cli.Rendering;

/// <summary>
/// <c>render</c> against the local stack, with its real engine, on clips of which it is known where every face is.
/// </summary>
[Slow]
public sealed class RenderRunTests() : StackRunTests(realEngine: true)
{
    private readonly TemporaryFolder _folder = new();

    private string Target => Path.Combine(_folder.Path, "out.mp4");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    [Fact(Timeout = 300_000)]
    public async Task No_face_that_was_detected_shows_in_any_frame_of_its_appearance()
    {
        await AnalyzeAsync(SampleVideos.Astronaut);
        var truth = await GroundTruth.LoadAsync(SampleVideos.AstronautTruth, Token);
        var boxes = await new BoxReader(Api).ReadAsync("film.mp4", new("faces", null), Token);

        var code = await RenderAsync(Paint.Blur, new PaintedSubject("faces", null));

        Assert.Equal(ExitCodes.Success, code);
        var before = await DecodeAsync(SampleVideos.Astronaut);
        var after = await DecodeAsync(Target);
        Assert.Equal(before.Count, after.Count);
        var compared = 0;
        foreach (var frame in truth.Frames)
        {
            var i = (int)(frame.Timestamp / 40);
            foreach (var face in frame.Faces.Where(face => face.Visible >= 0.5))
            {
                // The middle of the face, in the appearance of a box that was followed over it.
                var box = face.BoundingBox;
                var isFollowed =
                    boxes.Any(followed => frame.Timestamp >= followed.Start && frame.Timestamp <= followed.End
                        && followed.Within(frame.Timestamp, frame.Timestamp).Any(found => found.Overlap(box) > 0.02));
                if (isFollowed)
                {
                    var (sharp, blurred) = (Detail(before[i], box), Detail(after[i], box));
                    Assert.True(
                        blurred < 0.33 * sharp, $"The face at {frame.Timestamp} ms: {blurred:F2} of {sharp:F2}.");
                    compared++;
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} faces in {after.Count} frames");
        Assert.True(compared > 450, $"{compared} faces were compared.");
        Assert.Contains("no guarantee", Output.ToString(), StringComparison.Ordinal);
        Assert.Contains("film.mp4: rendering, 0%", Error.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 300_000)]
    public async Task Nobody_is_detected_where_faces_were_blurred_and_the_rest_is_as_it_was()
    {
        await AnalyzeAsync(SampleVideos.FiveSeconds);
        await RenderAsync(Paint.Blur, new PaintedSubject("faces", null));

        await Stack.PutAsync("blurred.mp4", await File.ReadAllBytesAsync(Target, Token));
        var faces = (await Stack.ResultAsync("blurred.mp4")).GetProperty("detections").GetArrayLength();

        Assert.Equal(0, faces);
        var (before, after) = ((await DecodeAsync(SampleVideos.FiveSeconds))[60], (await DecodeAsync(Target))[60]);
        var corner = new Videos.BoundingBox(0.85f, 0.02f, 0.13f, 0.2f);
        Assert.InRange(Detail(after, corner) / Detail(before, corner), 0.8, 1.2);
    }

    [Fact(Timeout = 300_000)]
    public async Task Frames_are_drawn_around_faces()
    {
        await AnalyzeAsync(SampleVideos.FiveSeconds);
        var box = (await new BoxReader(Api).ReadAsync("film.mp4", new("faces", null), Token))[0].At(2_000)!;

        Assert.Equal(ExitCodes.Success, await RenderAsync(Paint.Colour));

        var (before, after) = ((await DecodeAsync(SampleVideos.FiveSeconds))[60], (await DecodeAsync(Target))[60]);
        var edge = box with { Left = box.Left - 0.01f, Width = 0.03f };
        Assert.True(Difference(before, after, edge) > 10);
        Assert.True(Difference(before, after,
            new(box.Left + (box.Width / 4), box.Top + (box.Height / 4), box.Width / 2, box.Height / 2)) < 5);
    }

    [Fact(Timeout = 300_000)]
    public async Task Sound_is_kept_and_pictures_that_lie_on_their_side_stand_upright()
    {
        await AnalyzeAsync(SampleVideos.QuickTime);
        await RenderAsync(Paint.Blur, new PaintedSubject("faces", null));
        Assert.Equal(await ProbeAsync(SampleVideos.QuickTime, "stream=codec_type"), await ProbeAsync(
            Target, "stream=codec_type"));

        await AnalyzeAsync(SampleVideos.Rotated);
        await RenderAsync(Paint.Blur, new PaintedSubject("faces", null));

        var shown = (await Stack.GetAsync("film.mp4")).Body.GetProperty("metadata");
        Assert.NotEqual("", await ProbeAsync(SampleVideos.Rotated, "stream_side_data=rotation", "v"));
        Assert.Equal("", await ProbeAsync(Target, "stream_side_data=rotation", "v"));
        Assert.Equal(
            $"{shown.GetProperty("frameWidth")},{shown.GetProperty("frameHeight")}",
            await ProbeAsync(Target, "stream=width,height", "v"));
    }

    [Fact(Timeout = 120_000)]
    public async Task What_cannot_be_rendered_is_said_and_leaves_a_file_as_it_was()
    {
        await File.WriteAllTextAsync(Target, "mine", Token);
        Assert.Equal(ExitCodes.Failure, await RenderAsync(Paint.Blur, new PaintedSubject("faces", null)));
        await AnalyzeAsync(SampleVideos.NoFaces);
        Assert.Equal(ExitCodes.Failure, await RenderAsync(Paint.Blur, new PaintedSubject("faces", null)));
        await Assert.ThrowsAsync<UsageException>(() => RenderAsync(Paint.Blur, new PaintedSubject("faces", "Ada")));
        await Assert.ThrowsAsync<UsageException>(() => RenderAsync(Paint.Blur, new PaintedSubject("smells", null)));

        Assert.Contains("There is no result for \"film.mp4\"", Error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Nothing was written", Error.ToString(), StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Target, Token));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact(Timeout = 120_000)]
    public async Task Ctrl_C_leaves_no_half_file()
    {
        await AnalyzeAsync(SampleVideos.Astronaut);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var hasBegun = new NotifyingWriter(line => line.Contains("rendering", StringComparison.Ordinal), stop.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new RenderRun(Api, Output, hasBegun).RunAsync(
            "film.mp4", Paint.Blur, [new("faces", null)], Target, stop.Token));

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private async Task AnalyzeAsync(string path)
    {
        await Stack.PutAsync("film.mp4", await File.ReadAllBytesAsync(path, Token));
        await Stack.ResultAsync("film.mp4");
    }

    private Task<int> RenderAsync(Paint paint, params IReadOnlyList<PaintedSubject> subjects) =>
        new RenderRun(Api, Output, Error).RunAsync("film.mp4", paint, subjects, Target, Token);

    /// <summary>
    /// By how much pixels stand out from their neighbours: what a face is recognised by, and what a blur takes away.
    /// </summary>
    private static double Detail(byte[] frame, Videos.BoundingBox box) => Over(box, (x, y) =>
    {
        var i = (y * Width) + x;
        return Math.Abs((2 * frame[i]) - frame[i - 1] - frame[i + 1]) + Math.Abs(
            (2 * frame[i]) - frame[i - Width] - frame[i + Width]);
    });

    private static double Difference(byte[] a, byte[] b, Videos.BoundingBox box) =>
        Over(box, (x, y) => Math.Abs(a[(y * Width) + x] - b[(y * Width) + x]));

    private static double Over(Videos.BoundingBox box, Func<int, int, int> value)
    {
        var (sum, count) = (0L, 0);
        for (var y = (int)Math.Max(1, box.Top * Height); y < Math.Min(Height - 1, (box.Top + box.Height) * Height); y++)
        {
            for (var x = (int)Math.Max(
                1, box.Left * Width); x < Math.Min(Width - 1, (box.Left + box.Width) * Width); x++)
            {
                sum += value(x, y);
                count++;
            }
        }

        return sum / (double)Math.Max(1, count);
    }

    private const int Width = 640;
    private const int Height = 360;

    /// <summary>Every frame in grey, in one size.</summary>
    private static async Task<IReadOnlyList<byte[]>> DecodeAsync(string path)
    {
        using var ffmpeg = Start("ffmpeg", "-v", "error", "-i", path, "-vf", $"scale={Width}:{Height},format=gray",
            "-f", "rawvideo", "pipe:1");
        var frames = new List<byte[]>();
        var frame = new byte[Width * Height];
        while (await ffmpeg.StandardOutput.BaseStream.ReadAtLeastAsync(
            frame, frame.Length, throwOnEndOfStream: false, Token) == frame.Length)
        {
            frames.Add(frame);
            frame = new byte[Width * Height];
        }

        await ffmpeg.WaitForExitAsync(Token);
        return frames;
    }

    private static async Task<string> ProbeAsync(string path, string entries, string streams = "")
    {
        using var ffprobe = Start("ffprobe", ["-v", "error", .. streams.Length > 0 ? ["-select_streams", streams]
            : Array.Empty<string>(), "-show_entries", entries, "-of", "csv=p=0", path]);
        var text = await ffprobe.StandardOutput.ReadToEndAsync(Token);
        await ffprobe.WaitForExitAsync(Token);
        return string.Join(';', text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
    }

    private static Process Start(string program, params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;

    /// <summary>Does something when a line is written that the test waits for.</summary>
    private sealed class NotifyingWriter(Func<string, bool> isIt, Action notify)
        : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void WriteLine(string? value)
        {
            if (isIt(value ?? ""))
            {
                notify();
            }
        }
    }
}
