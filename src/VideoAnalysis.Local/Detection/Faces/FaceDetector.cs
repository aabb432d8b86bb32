using OpenCvSharp;
using VideoAnalysis.Analyses;
using VideoAnalysis.Faces;

namespace VideoAnalysis.Local.Detection.Faces;

/// <summary>
/// Everything about the faces of single frames. Frames do not influence each other: the same picture gives the same
/// answer, wherever an analysis was started. Not safe for use by several threads at once.
/// </summary>
internal sealed class FaceDetector : IDisposable
{
    // Low, so that hard faces come through; what is no face is turned away by the mesh, which is the better judge.
    private const double MinimumScore = 0.4;
    private const double MinimumPresence = 0.5;

    // Rekognition returns the 100 largest faces of a picture at most.
    private const int MaximumFaces = 100;

    private readonly FaceFinder _finder;
    private readonly FaceScanner _scanner;
    private readonly FaceMesh _mesh;
    private readonly FacePicture _picture = new();
    private (Size Frame, ScanPlan Plan)? _plan;

    /// <param name="models">Where the models are.</param>
    public FaceDetector(FaceModels models)
    {
        _finder = new FaceFinder(models.Detector);
        _scanner = new FaceScanner(_finder);
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
            var face = _mesh.Measure(frame, candidate);
            if (face.Presence >= MinimumPresence)
            {
                found.Add(new Found(candidate.Score, face, FaceBox.Around(face)));
            }
        }

        return
        [
            .. Overlaps.Suppress(found, f => f.Score, f => f.Box)
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
        _finder.Dispose();
    }

    private FaceDetection Describe(Mat frame, Found found, long timestamp, FaceAttributes attributes)
    {
        var (width, height) = ((double)frame.Width, (double)frame.Height);
        var (box, face) = (found.Box, found.Face);
        var all = attributes == FaceAttributes.All;
        return new FaceDetection
        {
            Timestamp = timestamp,
            Confidence = Confidence(found.Score, face.Presence),
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

    // The two models judge independently of each other, so their odds multiply.
    private static float Confidence(double score, double presence)
    {
        var odds = score / (1 - score) * (presence / Math.Max(1 - presence, 1e-9));
        return (float)(100 * odds / (1 + odds));
    }

    private sealed record Found(double Score, MeshedFace Face, Rect2d Box);
}
