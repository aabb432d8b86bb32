using System.Text.Json;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Evaluate.Faces;

/// <summary>What is true of a video, frame by frame; made with it (see <c>samples/README.md</c>).</summary>
/// <param name="Width">Of the frame, in pixels.</param>
/// <param name="Height">Of the frame, in pixels.</param>
/// <param name="FrameRate">Frames a second.</param>
/// <param name="DurationMillis">
/// How long it is, in milliseconds. It is true of a longer video that repeats this one over and over, too.
/// </param>
/// <param name="Frames">Every frame, in order.</param>
/// <param name="MinimumRecall">How much of what must be found has to be, 0 to 1.</param>
/// <param name="MinimumPrecision">How much of what is found has to be right, 0 to 1.</param>
internal sealed record GroundTruth(
    int Width,
    int Height,
    double FrameRate,
    long DurationMillis,
    IReadOnlyList<GroundTruth.Frame> Frames,
    double MinimumRecall = 0.95,
    double MinimumPrecision = 0.98)
{
    // Rekognition's smallest face: 40 pixels at 1920x1080.
    private const double SmallestHeight = 40;
    private const double LongSide = 1920;

    /// <summary>Reads the JSON beside a sample.</summary>
    /// <exception cref="InvalidDataException">The file is not a ground truth of faces.</exception>
    public static async Task<GroundTruth> LoadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync(file, EvaluationJson.Default.GroundTruth, cancellationToken)
                ?? throw new InvalidDataException($"{path} is null.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is no ground truth: {e.Message}", e);
        }
    }

    /// <summary>The frame that is shown at a time, in milliseconds.</summary>
    public Frame At(long timestamp)
    {
        var time = Within(timestamp);
        return Frames.MinBy(f => Math.Abs(f.Timestamp - time))!;
    }

    /// <summary>A time of a video that repeats this one, as a time of this one.</summary>
    public long Within(long timestamp) => DurationMillis > 0 ? timestamp % DurationMillis : timestamp;

    /// <summary>
    /// Whether a face must be found: it lies fully in the frame, and is at least 40 pixels high where the frame is
    /// scaled to 1080p.
    /// </summary>
    public bool MustBeFound(Face face) =>
        face.Visible >= 1 && face.BoundingBox.Height * Height * LongSide / Math.Max(Width, Height) >= SmallestHeight;

    /// <summary>One frame.</summary>
    /// <param name="Timestamp">Its presentation time, in milliseconds.</param>
    /// <param name="Faces">Every face of which some part is in it.</param>
    internal sealed record Frame(long Timestamp, IReadOnlyList<Face> Faces);

    /// <summary>One face.</summary>
    /// <param name="BoundingBox">Forehead to chin, ear to ear.</param>
    /// <param name="Visible">The share of the box inside the frame, 0 to 1.</param>
    /// <param name="Landmarks">By Rekognition's names: x and y, as ratios of the frame.</param>
    internal sealed record Face(
        BoundingBox BoundingBox, double Visible, IReadOnlyDictionary<string, IReadOnlyList<double>> Landmarks);
}
