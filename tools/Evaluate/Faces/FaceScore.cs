using System.Globalization;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;

namespace VideoAnalysis.Evaluate.Faces;

/// <summary>
/// How right the faces of one video are: not only where they are, but also their landmarks and times.
/// </summary>
internal sealed class FaceScore(GroundTruth truth) : IScore
{
    private readonly DetectionScore _score = new(truth);
    private TimeSpan _length;

    /// <inheritdoc/>
    public int Expected => _score.Expected;

    /// <inheritdoc/>
    public int Found => _score.Found;

    /// <inheritdoc/>
    public int Invented => _score.Invented;

    /// <inheritdoc/>
    public int Doubled => _score.Doubled;

    /// <inheritdoc/>
    public bool IsGood => _score.Recall >= truth.MinimumRecall && _score.Precision >= truth.MinimumPrecision
        && _score.LandmarksInside >= 1
        && _score.GridError <= 1000 / truth.FrameRate && _score.MissedSamples(_length) == 0;

    /// <inheritdoc/>
    public IEnumerable<(string Name, string Figure)> Details
    {
        get
        {
            static string Text(FormattableString figure) => figure.ToString(CultureInfo.InvariantCulture);

            yield return ("recall", Text($"{_score.Recall:F4} (at least {truth.MinimumRecall})"));
            yield return ("precision", Text($"{_score.Precision:F4} (at least {truth.MinimumPrecision})"));
            yield return ("mean overlap", Text($"{_score.Overlap:F3} (intersection over union)"));
            yield return ("landmarks inside", Text($"{_score.LandmarksInside:P1} of the boxes they belong to"));
            yield return ("landmark error", Text($"{_score.LandmarkError:P1} of the face's height"));
            yield return ("samples", Text($"{_score.Moments}, {_score.MissedSamples(_length)} missed"));
            yield return ("off the 500 ms grid", Text($"{_score.GridError:F0} ms at most"));
            yield return ("off a frame's time", Text($"{_score.TimestampError:F0} ms at most"));
        }
    }

    /// <inheritdoc/>
    public void Add(EngineStep step) =>
        _score.Add(step.Timestamp, [.. step.Findings.Select(finding => (FaceDetection)finding.Detection)]);

    /// <inheritdoc/>
    public void End(TimeSpan length) => _length = length;
}
