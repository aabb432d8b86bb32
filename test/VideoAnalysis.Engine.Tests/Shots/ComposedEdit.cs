using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Shots;

/// <summary>
/// A film of many shots, of which is known how each goes over into the next. It is composed from clips, their cut-outs,
/// mirror images and other colours, and encoded as H.264.
/// </summary>
internal sealed class ComposedEdit
{
    private const int Width = 320;
    private const int Height = 180;
    private const int Bytes = Width * Height * 3 / 2;

    // What was read once: several films are made of the same.
    private static readonly ConcurrentDictionary<string, Lazy<Task<List<byte[]>>>> Clips = new(StringComparer.Ordinal);

    private readonly List<byte[]> _frames = [];

    /// <summary>
    /// How one shot goes over into the next: in which frame the transition begins, and the first after it.
    /// </summary>
    public List<(string Kind, long First, long After)> Transitions { get; } = [];

    /// <summary>Frames that are brighter for a moment, and no transition.</summary>
    public List<long> Flashes { get; } = [];

    /// <summary>How many frames there are.</summary>
    public int Frames => _frames.Count;

    /// <summary>Composes a film.</summary>
    /// <param name="sources">Inputs for ffmpeg: photos, or at least 4 s of each.</param>
    /// <param name="transitions">How many.</param>
    /// <param name="seed">Another number makes another film.</param>
    public static async Task<ComposedEdit> MakeAsync(IReadOnlyList<string> sources, int transitions, int seed)
    {
        var random = new Random(seed);
        var clips = new List<List<byte[]>>();
        foreach (var source in sources)
        {
            clips.Add(await Clips.GetOrAdd(source, _ => new(() => ReadAsync(source))).Value);
        }

        var edit = new ComposedEdit();
        var last = -1;
        for (var i = 0; i <= transitions; i++)
        {
            int clip;
            do
            {
                clip = random.Next(clips.Count);
            }
            while (clip == last);
            last = clip;
            edit.Append(random, Shot(random, clips[clip]), isFirst: i == 0);
        }

        return edit;
    }

    /// <summary>Encodes the film.</summary>
    /// <param name="files">
    /// The files to be made, and x264's constant rate factor for each: 18 is good, 35 poor.
    /// </param>
    public async Task EncodeAsync(params IEnumerable<(string Path, int Quality)> files)
    {
        string[] arguments =
        [
            "-nostdin", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "320x180", "-r", "25",
            "-i", "pipe:0",
            .. files.SelectMany(file => (string[])
                ["-c:v", "libx264", "-preset", "veryfast", "-crf", file.Quality.ToString(CultureInfo.InvariantCulture),
                    file.Path]),
        ];
        using var process = Process.Start(new ProcessStartInfo(Ffmpeg, arguments) { RedirectStandardInput = true })!;
        foreach (var frame in _frames)
        {
            await process.StandardInput.BaseStream.WriteAsync(frame);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    private static string Ffmpeg => CommandPath.Find("ffmpeg", "Composing videos", "sudo apt-get install -y ffmpeg");

    private static async Task<List<byte[]>> ReadAsync(string source)
    {
        string[] arguments =
        [
            "-nostdin", "-v", "error", "-t", "8", .. source.Split(' '), "-vf", "fps=25,scale=320:180",
            "-pix_fmt", "yuv420p",
            "-f", "rawvideo", "pipe:1",
        ];
        using var process = Process.Start(new ProcessStartInfo(Ffmpeg, arguments) { RedirectStandardOutput = true })!;
        var frames = new List<byte[]>();
        while (true)
        {
            var frame = new byte[Bytes];
            if (await process.StandardOutput.BaseStream.ReadAtLeastAsync(
                frame, Bytes, throwOnEndOfStream: false) < Bytes)
            {
                break;
            }

            frames.Add(frame);
        }

        // A photo stands still.
        frames = frames.Count == 1 ? [.. Enumerable.Repeat(frames[0], 200)] : frames;
        Assert.True(frames.Count >= 100, source);
        return frames;
    }

    // Some 0.6 to 3 s of a clip: a cut-out that may move (a pan) and grow (a zoom), mirrored or not, in other colours
    // or not.
    private static List<byte[]> Shot(Random random, List<byte[]> clip)
    {
        var length = random.Next(15, 75);
        var start = random.Next(Math.Max(1, clip.Count - length));
        var zoom = 1 + random.NextDouble();
        var (x, y) = (random.NextDouble(), random.NextDouble());
        var (toX, toY) = random.Next(3) == 0 ? (random.NextDouble(), random.NextDouble()) : (x, y);
        var (mirror, turn) = (random.Next(2) == 0, random.Next(3));
        var shot = new List<byte[]>();
        for (var i = 0; i < length; i++)
        {
            var part = i / (double)length;
            shot.Add(CutOut(
                clip[Math.Min(clip.Count - 1, start + i)], zoom, x + ((toX - x) * part), y + ((toY - y) * part),
                mirror, turn));
        }

        return shot;
    }

    private static byte[] CutOut(byte[] frame, double zoom, double x, double y, bool mirror, int turn)
    {
        var result = new byte[Bytes];
        var luma = Width * Height;
        var chroma = luma / 4;
        Plane(frame.AsSpan(0, luma), result.AsSpan(0, luma), Width, Height);
        Plane(
            frame.AsSpan(luma, chroma), result.AsSpan(turn == 1 ? luma + chroma : luma, chroma), Width / 2, Height / 2);
        Plane(frame.AsSpan(luma + chroma, chroma), result.AsSpan(turn == 1 ? luma : luma + chroma, chroma), Width / 2,
            Height / 2);
        if (turn == 2)
        {
            for (var i = luma; i < Bytes; i++)
            {
                result[i] = (byte)Math.Clamp(256 - result[i], 16, 240);
            }
        }

        return result;

        void Plane(ReadOnlySpan<byte> from, Span<byte> to, int width, int height)
        {
            var (left, top) = (x * (width - (width / zoom)), y * (height - (height / zoom)));
            Span<int> columns = stackalloc int[width];
            for (var column = 0; column < width; column++)
            {
                columns[mirror ? width - 1 - column : column] = (int)(left + (column / zoom));
            }

            for (var row = 0; row < height; row++)
            {
                var source = from.Slice((int)(top + (row / zoom)) * width, width);
                var target = to.Slice(row * width, width);
                for (var column = 0; column < width; column++)
                {
                    target[column] = source[columns[column]];
                }
            }
        }
    }

    private static byte[] Mix(byte[] a, byte[] b, double part)
    {
        var result = new byte[Bytes];
        for (var i = 0; i < Bytes; i++)
        {
            result[i] = (byte)Math.Round((a[i] * (1 - part)) + (b[i] * part));
        }

        return result;
    }

    private static byte[] Flat(byte brightness)
    {
        var result = new byte[Bytes];
        Array.Fill(result, brightness, 0, Width * Height);
        Array.Fill(result, (byte)128, Width * Height, Bytes - (Width * Height));
        return result;
    }

    private void Append(Random random, List<byte[]> shot, bool isFirst)
    {
        var flash = random.Next(4) == 0 ? AddFlash(random, shot) : (byte[]?)null;
        switch (isFirst ? 0 : random.Next(10))
        {
            case <= 5 when !isFirst:
                Transitions.Add(("cut", Frames, Frames));
                break;
            case 6:
                Fade(random, shot, 16, "fade through black");
                break;
            case 7:
                Fade(random, shot, 235, "fade through white");
                break;
            case 8 or 9:
                Dissolve(random, shot);
                break;
        }

        if (flash is not null && shot.IndexOf(flash) is >= 0 and var at)
        {
            Flashes.Add(Frames + at);
        }

        _frames.AddRange(shot);
    }

    private static byte[] AddFlash(Random random, List<byte[]> shot)
    {
        var length = random.Next(1, 4);
        var at = random.Next(6, shot.Count - 6 - length + 1);
        var strength = 0.5 + (0.5 * random.NextDouble());
        var white = Flat(235);
        for (var i = at; i < at + length; i++)
        {
            shot[i] = Mix(shot[i], white, strength);
        }

        return shot[at];
    }

    private void Fade(Random random, List<byte[]> shot, byte brightness, string kind)
    {
        var color = Flat(brightness);
        var (down, pause, up) = (random.Next(5, 13), random.Next(2, 20), random.Next(5, 13));
        var first = Frames - down;
        for (var i = 0; i < down; i++)
        {
            _frames[first + i] = Mix(_frames[first + i], color, (i + 1.0) / (down + 1));
        }

        for (var i = 0; i < pause; i++)
        {
            _frames.Add(color);
        }

        for (var i = 0; i < up; i++)
        {
            shot[i] = Mix(color, shot[i], (i + 1.0) / (up + 1));
        }

        Transitions.Add((kind, first, Frames + up));
    }

    private void Dissolve(Random random, List<byte[]> shot)
    {
        var length = random.Next(6, 14);
        var first = Frames - length;
        for (var i = 0; i < length; i++)
        {
            _frames[first + i] = Mix(_frames[first + i], shot[i], (i + 1.0) / (length + 1));
        }

        shot.RemoveRange(0, length);
        Transitions.Add(("dissolve", first, Frames));
    }
}
