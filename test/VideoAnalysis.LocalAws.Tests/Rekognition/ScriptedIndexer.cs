using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Tests.Rekognition;

/// <summary>
/// Sees in a "picture" what it says: a line a face, each with its direction in degrees, and "blurred" where it is.
/// Faces are as alike as their directions: 100 at the same one, 0 at a right angle.
/// </summary>
internal sealed class ScriptedIndexer : IFaceIndexer
{
    public string ModelVersion => "scripted-1";

    /// <summary>The embedding of a face of that direction.</summary>
    public static float[] Facing(double degrees) =>
        [(float)Math.Cos(degrees * Math.PI / 180), (float)Math.Sin(degrees * Math.PI / 180)];

    public async Task<IReadOnlyList<IndexableFace>> MeasureAsync(string path, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(path, cancellationToken);
        return lines is ["no picture"]
            ? throw new UnusablePictureException("it is neither JPEG nor PNG.")
            : [.. lines.Select(line => line.Split(' ')).Select((words, number) => new IndexableFace(
                Face(number, words.Contains("blurred")),
                Facing(double.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture))))];
    }

    public float Similarity(ReadOnlySpan<float> first, ReadOnlySpan<float> second) =>
        Math.Clamp(100 * ((first[0] * second[0]) + (first[1] * second[1])), 0, 100);

    private static FaceDetection Face(int number, bool isBlurred) => new()
    {
        Timestamp = 0,
        Confidence = 99 - number,
        BoundingBox = new BoundingBox(0.1f * number, 0.2f, 0.3f, 0.4f),
        Landmarks = [new("eyeLeft", 0.1f, 0.2f), new("leftPupil", 0.3f, 0.4f)],
        Pose = new(1, 2, 3),
        Quality = new(50, isBlurred ? 1 : 90),
    };
}
