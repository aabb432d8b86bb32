using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Faces;

/// <summary>
/// Everything about the faces of single frames. Frames do not influence each other: the same picture gives the same
/// answer, wherever an analysis was started. Not safe for use by several threads at once.
/// </summary>
/// <param name="networks">The models.</param>
internal sealed class FaceDetector(FaceNetworks networks) : IDisposable
{
    // Low, so that hard faces come through; what is no face is turned away by the mesh, which is the better judge.
    private const double MinimumScore = 0.5;

    // What the mesh turns away like this is no face, whatever the detector thinks. Log odds; the second, where the
    // full-range model sees a face, too.
    private const double MinimumPresence = -2;
    private const double MinimumSupportedPresence = -6;

    // One of the two has to be sure: chosen, with the next two, on 227 photos with 427 faces, and on colour bars with
    // timecode, in which the detector alone sees faces everywhere.
    private const double SureScore = 0.65;
    private const double SurePresence = 15;

    // Log odds of all together; the detector's differ less between faces and other things, so they count four times.
    // The mesh was made for frontal faces and doubts profiles; things that are no faces hardly ever deceive the
    // full-range model, so that its log odds count besides the best ones.
    private const double WeightOfScore = 4;
    private const double MinimumEvidence = 7.5;

    // The detector notices faces that lie on their side or stand on their head, but often takes them for upright. Where
    // it is sure of a face and the mesh is not, the mesh looks at it the other ways round, too; four tries ask for more
    // proof.
    private const double TurnedScore = 0.55;
    private const double DoubtfulOdds = 15;
    private const double TurnedOdds = 10;
    private static readonly double[] Turns = [Math.PI / 2, Math.PI, -Math.PI / 2];

    // The share of the square that a second look shows, as a profile fills less of it than a frontal face.
    private const double Closer = 0.8;

    // Rekognition returns the 100 largest faces of a picture at most.
    private const int MaximumFaces = 100;

    private readonly FaceScanner _scanner = new(networks);
    private readonly FaceMesh _mesh = new(networks.Mesh);
    private readonly FaceEmbedding _embedding = new(networks.Embedding);
    private readonly FacePicture _picture = new();

    /// <summary>Finds and measures the faces of a frame, the surest first.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="timestamp">The frame's, in milliseconds.</param>
    /// <param name="attributes">What is wanted of each.</param>
    public IReadOnlyList<DetectedFace> Detect(in YuvPicture frame, long timestamp, FaceAttributes attributes)
    {
        List<Found> found = [];
        foreach (var candidate in _scanner.Scan(frame, MinimumScore))
        {
            var face = Measure(frame, candidate);
            if (face.Presence > (candidate.FullRangeScore > 0 ? MinimumSupportedPresence : MinimumPresence))
            {
                found.Add(new(face, FaceBox.Around(face), candidate.LogOdds, candidate.FullRangeLogOdds));
            }
        }

        List<DetectedFace> faces = [];
        foreach (var face in Clusters(found).Where(IsFace).Take(MaximumFaces))
        {
            faces.Add(new(Describe(frame, face, timestamp, attributes), _embedding.Of(frame, face.Face)));
        }

        return faces;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _embedding.Dispose();
        _mesh.Dispose();
        _scanner.Dispose();
    }

    // Several candidates may have led the mesh to the same face: the best measured one stays, with the best score of
    // all.
    private static List<Found> Clusters(List<Found> found)
    {
        List<Found> clusters = [];
        // OrderBy is stable, so equals keep the order of the scan: the same frame, the same answer.
        foreach (var face in found.OrderByDescending(face => face.Score + face.Face.Presence))
        {
            var same = clusters.FindIndex(cluster => Overlaps.SameFace(cluster.Box, face.Box));
            if (same < 0)
            {
                clusters.Add(face);
            }
            else
            {
                clusters[same] = clusters[same] with
                {
                    Score = Math.Max(clusters[same].Score, face.Score),
                    Support = Math.Max(clusters[same].Support, face.Support),
                };
            }
        }

        return clusters;
    }

    private static bool IsFace(Found face) =>
        (face.Score >= Math.Log(SureScore / (1 - SureScore)) || face.Face.Presence >= SurePresence)
        && face.Evidence >= MinimumEvidence;

    // 50 where it just passes, above 99 for plain faces.
    private static float Confidence(Found face) => (float)(100 / (1 + Math.Exp(MinimumEvidence - face.Evidence)));

    private MeshedFace Measure(in YuvPicture frame, in FaceCandidate candidate)
    {
        var region = FaceRegion.Around(candidate);
        var upright = Upright(frame, candidate, region);
        if (candidate.Score < TurnedScore || candidate.LogOdds + upright.Presence >= DoubtfulOdds)
        {
            return upright;
        }

        var best = upright;
        foreach (var turn in Turns)
        {
            var turned = _mesh.Measure(frame, region with { Angle = region.Angle + turn });
            if (turned.Presence > best.Presence && candidate.LogOdds + turned.Presence >= TurnedOdds)
            {
                best = turned;
            }
        }

        return best;
    }

    private MeshedFace Upright(in YuvPicture frame, in FaceCandidate candidate, in FaceRegion region)
    {
        var supported = candidate.FullRangeScore > 0;
        var first = _mesh.Measure(frame, region, insists: supported);
        if (!supported || first.Presence >= SurePresence)
        {
            return first;
        }

        var closer = _mesh.Measure(frame, region with { Side = Closer * region.Side }, insists: true);
        return closer.Presence > first.Presence ? closer : first;
    }

    private FaceDetection Describe(in YuvPicture frame, Found found, long timestamp, FaceAttributes attributes)
    {
        var (width, height) = ((double)frame.Width, (double)frame.Height);
        var (box, face) = (found.Box, found.Face);
        var all = attributes == FaceAttributes.All;
        return new FaceDetection
        {
            Timestamp = timestamp,
            Confidence = Confidence(found),
            BoundingBox = box.ToBoundingBox(frame.Width, frame.Height),
            Landmarks =
            [
                .. (all ? FaceLandmarks.All(face) : FaceLandmarks.Default(face))
                    .Select(l => new Landmark(l.Name, (float)(l.Place.X / width), (float)(l.Place.Y / height))),
            ],
            Pose = FaceGeometry.Pose(face),
            Quality = _picture.Measure(frame, box),
            EyesOpen = all ? FaceGeometry.EyesOpen(face) : null,
            MouthOpen = all ? FaceGeometry.MouthOpen(face) : null,
        };
    }

    // Score and Support: log odds, the best of all candidates that led to the face.
    private sealed record Found(MeshedFace Face, Rectangle Box, double Score, double Support)
    {
        public double Evidence => (WeightOfScore * (Score + Support)) + Face.Presence;
    }
}
