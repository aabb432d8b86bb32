using VideoAnalysis.Analyses;

namespace VideoAnalysis.Collecting;

/// <summary>
/// Gathers detections as they come in pages into the groups that a tracker takes: those of one timestamp, and every
/// span by itself. The last group is held back, since the next page may go on with it. Where groups begin depends on
/// the detections alone, not on the pages.
/// </summary>
/// <typeparam name="TPosition">Where a detection stands: the page's token and the place in that page, say.</typeparam>
internal sealed class DetectionGroups<TPosition>
    where TPosition : struct
{
    /// <summary>
    /// A group ends at this many detections, so that a chunk that closes between two groups has a largest size.
    /// Rekognition detects at most 100 faces in a frame, and as many words, which come in lines as well.
    /// </summary>
    public const int MaxDetections = 200;

    private List<Detection> _held = [];

    /// <summary>How many detections are held back.</summary>
    public int Count => _held.Count;

    /// <summary>
    /// Where the group that is held back began: to gather from here again is to go on. Null if nothing is held back.
    /// </summary>
    public TPosition? Begin { get; private set; }

    /// <summary>Adds a detection.</summary>
    /// <returns>The group that was held back if it is whole now; otherwise null.</returns>
    public IReadOnlyList<Detection>? Add(Detection detection, TPosition position)
    {
        var whole = _held.Count > 0 && !GoesOnWith(detection) ? Take() : null;
        Begin ??= position;
        _held.Add(detection);
        return whole;
    }

    /// <summary>Ends the group that is held back, since no detection follows.</summary>
    /// <returns>The group; null if nothing is held back.</returns>
    public IReadOnlyList<Detection>? Finish() => _held.Count > 0 ? Take() : null;

    private bool GoesOnWith(Detection next) =>
        _held.Count < MaxDetections
        && next.EndTimestamp is null
        && _held[^1].EndTimestamp is null
        && next.Timestamp == _held[^1].Timestamp;

    private List<Detection> Take()
    {
        var whole = _held;
        (_held, Begin) = ([], null);
        return whole;
    }
}
