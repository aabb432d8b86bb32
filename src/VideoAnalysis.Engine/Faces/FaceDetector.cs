using OpenCvSharp;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Faces;

/// <summary>
/// Everything about the faces of single frames. Frames do not influence each other: the same picture gives the same
/// answer, wherever an analysis was started. Not safe for use by several threads at once.
/// </summary>
internal sealed class FaceDetector : IDisposable
{
    // Low, so that hard faces come through; what is no face is turned away by the mesh, which is the better judge.
    private const double MinimumScore = 0.5;

    // Log odds of both models together. Plain faces have 15 and more, the smallest 7; among cups, cats, engines, grass and
    // print nothing came up to 4.5.
    private const double MinimumEvidence = 5.5;

    // The detector notices faces that lie on their side or stand on their head, but often takes them for upright. Where it
    // is sure of a face and the mesh is not, the mesh looks at it the other ways round, too; four tries ask for more proof.
    private const double TurnedScore = 0.55;
    private const double DoubtfulEvidence = 15;
    private const double TurnedEvidence = 10;
    private static readonly double[] Turns = [Math.PI / 2, Math.PI, -Math.PI / 2];

    // Rekognition returns the 100 largest faces of a picture at most.
    private const int MaximumFaces = 100;

    private readonly FaceScanner _scanner;
    private readonly FaceMesh _mesh;
    private readonly FacePicture _picture = new();
    private (Size Frame, ScanPlan Plan)? _plan;

    /// <param name="models">Where the models are.</param>
    public FaceDetector(FaceModels models)
    {
        _scanner = new FaceScanner(models);
        _mesh = new FaceMesh(models.Mesh);
    }

    /// <summary>Finds and measures the faces of a frame, the surest first.</summary>
    /// <param name="frame">BGR.</param>
    /// <param name="timestamp">The frame's, in milliseconds.</param>
    /// <param name="attributes">What is wanted of each.</param>
    public IReadOnlyList<FaceDetection> Detect(Mat frame, long timestamp, FaceAttributes attributes)
    {
        var size = frame.Size();
        if (_plan?.Frame != size)
        {
            _plan = (size, ScanPlan.For(size));
        }

        List<Found> found = [];
        foreach (var candidate in _scanner.Scan(frame, _plan.Value.Plan, MinimumScore))
        {
            var face = Measure(frame, candidate);
            var evidence = Evidence(candidate, face);
            if (evidence >= MinimumEvidence)
            {
                found.Add(new Found(evidence, face, FaceBox.Around(face)));
            }
        }

        return
        [
            .. Overlaps.Suppress(found, f => f.Evidence, f => f.Box)
                .Take(MaximumFaces)
                .Select(f => Describe(frame, f, timestamp, attributes)),
        ];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _picture.Dispose();
        _mesh.Dispose();
        _scanner.Dispose();
    }

    private MeshedFace Measure(Mat frame, FaceCandidate candidate)
    {
        var region = FaceRegion.Around(candidate);
        var upright = _mesh.Measure(frame, region);
        if (candidate.Score < TurnedScore || Evidence(candidate, upright) >= DoubtfulEvidence)
        {
            return upright;
        }

        var turned = Turns.Select(turn => _mesh.Measure(frame, region with { Angle = region.Angle + turn }))
            .MaxBy(face => face.Presence)!;
        return turned.Presence > upright.Presence && Evidence(candidate, turned) >= TurnedEvidence ? turned : upright;
    }

    private FaceDetection Describe(Mat frame, Found found, long timestamp, FaceAttributes attributes)
    {
        var (width, height) = ((double)frame.Width, (double)frame.Height);
        var (box, face) = (found.Box, found.Face);
        var all = attributes == FaceAttributes.All;
        return new FaceDetection
        {
            Timestamp = timestamp,
            Confidence = Confidence(found.Evidence),
            BoundingBox = new BoundingBox(
                (float)(box.X / width),
                (float)(box.Y / height),
                (float)(box.Width / width),
                (float)(box.Height / height)),
            Landmarks =
            [
                .. (all ? FaceLandmarks.All(face) : FaceLandmarks.Default(face)).Select(l => new Landmark(l.Name, (float)(l.Place.X / width), (float)(l.Place.Y / height))),
            ],
            Pose = FaceGeometry.Pose(face),
            Quality = _picture.Measure(frame, box),
            EyesOpen = all ? FaceGeometry.EyesOpen(face) : null,
            MouthOpen = all ? FaceGeometry.MouthOpen(face) : null,
        };
    }

    // The models judge independently of each other, so their odds multiply.
    private static double Evidence(FaceCandidate candidate, MeshedFace face) =>
        Math.Log(candidate.Score / (1 - candidate.Score)) + face.Presence;

    // 50 where it just passes, above 99 for plain faces.
    private static float Confidence(double evidence) => (float)(100 / (1 + Math.Exp(MinimumEvidence - evidence)));

    private sealed record Found(double Evidence, MeshedFace Face, Rect2d Box);
}
