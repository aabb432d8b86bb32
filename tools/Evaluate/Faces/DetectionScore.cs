using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Evaluate.Faces;

/// <summary>Compares what was detected with what is true, moment after moment.</summary>
internal sealed class DetectionScore(GroundTruth truth)
{
    private const double SameFace = 0.5;

    private double _overlap;
    private double _landmarkError;
    private int _landmarksCompared;
    private int _landmarks;
    private int _landmarksInside;

    /// <summary>Moments that were looked at.</summary>
    public int Moments { get; private set; }

    /// <summary>Faces that had to be found.</summary>
    public int Expected { get; private set; }

    /// <summary>Those of them that were, at an intersection over union of 0.5 or more.</summary>
    public int Found { get; private set; }

    /// <summary>Detections where there is no face. One on a face that need not be found counts neither way.</summary>
    public int Invented { get; private set; }

    /// <summary>Those of the invented ones that are a second box on a face.</summary>
    public int Doubled { get; private set; }

    /// <summary>Found of expected, 0 to 1.</summary>
    public double Recall => Expected == 0 ? 1 : (double)Found / Expected;

    /// <summary>Right of reported, 0 to 1.</summary>
    public double Precision => Found + Invented == 0 ? 1 : (double)Found / (Found + Invented);

    /// <summary>The mean intersection over union of what was found.</summary>
    public double Overlap => Found == 0 ? 1 : _overlap / Found;

    /// <summary>The share of reported landmarks that lie inside their face's box, 0 to 1.</summary>
    public double LandmarksInside => _landmarks == 0 ? 1 : (double)_landmarksInside / _landmarks;

    /// <summary>How far landmarks are from the truth on average, as a share of the face's height.</summary>
    public double LandmarkError => _landmarksCompared == 0 ? 0 : _landmarkError / _landmarksCompared;

    /// <summary>The most that a timestamp is away from its point of the 500 ms grid, in milliseconds.</summary>
    public double GridError { get; private set; }

    /// <summary>The most that a timestamp is away from a real frame's, in milliseconds.</summary>
    public double TimestampError { get; private set; }

    /// <summary>Points of the grid at which a video shows a frame and nothing was sampled.</summary>
    /// <param name="length">Of the video.</param>
    public int MissedSamples(TimeSpan length)
    {
        var lastFrame = length.TotalMilliseconds - (1000 / truth.FrameRate);
        return (int)Math.Floor(Math.Max(0, lastFrame) / Sampling.Interval) + 1 - Moments;
    }

    /// <summary>Adds what was seen at a moment.</summary>
    /// <param name="timestamp">Of the frame, in milliseconds.</param>
    /// <param name="faces">The faces in it.</param>
    public void Add(long timestamp, IReadOnlyList<FaceDetection> faces)
    {
        var grid = timestamp / Sampling.Interval * Sampling.Interval;
        var frame = truth.At(timestamp);
        Moments++;
        GridError = Math.Max(GridError, Math.Abs(timestamp - grid));
        TimestampError = Math.Max(TimestampError, Math.Abs(truth.Within(timestamp) - frame.Timestamp));
        foreach (var face in faces)
        {
            CountLandmarks(face);
        }

        Match(faces, frame.Faces);
    }

    private void Match(IReadOnlyList<FaceDetection> detected, IReadOnlyList<GroundTruth.Face> real)
    {
        var pairs = from d in detected
                    from r in real
                    let overlap = d.BoundingBox.Overlap(r.BoundingBox)
                    where overlap >= SameFace
                    orderby overlap descending
                    select (Detected: d, Real: r, Overlap: overlap);
        var matched = new Dictionary<FaceDetection, GroundTruth.Face>(ReferenceEqualityComparer.Instance);
        foreach (var pair in pairs)
        {
            if (!matched.ContainsValue(pair.Real)
                && matched.TryAdd(pair.Detected, pair.Real) && truth.MustBeFound(pair.Real))
            {
                Found++;
                _overlap += pair.Overlap;
                CompareLandmarks(pair.Detected, pair.Real);
            }
        }

        Expected += real.Count(truth.MustBeFound);
        var optional = real.Where(r => !truth.MustBeFound(r)).ToList();
        var invented = detected.Where(d => !matched.ContainsKey(d)
            && !optional.Exists(r => d.BoundingBox.Overlap(r.BoundingBox) > 0)).ToList();
        Invented += invented.Count;
        Doubled += invented.Count(d => matched.Values.Any(r => d.BoundingBox.Overlap(r.BoundingBox) > 0));
    }

    private void CountLandmarks(FaceDetection face)
    {
        // What single precision makes of a point on the edge.
        const float rounding = 1e-6f;
        var box = face.BoundingBox;
        foreach (var landmark in face.Landmarks ?? [])
        {
            _landmarks++;
            var inside = landmark.X >= box.Left - rounding && landmark.X <= box.Left + box.Width + rounding
                && landmark.Y >= box.Top - rounding && landmark.Y <= box.Top + box.Height + rounding;
            _landmarksInside += inside ? 1 : 0;
        }
    }

    private void CompareLandmarks(FaceDetection face, GroundTruth.Face real)
    {
        foreach (var landmark in face.Landmarks ?? [])
        {
            if (real.Landmarks.TryGetValue(landmark.Type, out var place))
            {
                var (dx, dy) = ((landmark.X - place[0]) * truth.Width, (landmark.Y - place[1]) * truth.Height);
                _landmarkError += Math.Sqrt((dx * dx) + (dy * dy)) / (real.BoundingBox.Height * truth.Height);
                _landmarksCompared++;
            }
        }
    }
}
