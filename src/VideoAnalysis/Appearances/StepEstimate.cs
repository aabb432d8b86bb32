using VideoAnalysis.Videos;

namespace VideoAnalysis.Appearances;

/// <summary>
/// How far apart the timestamps of a video are: the median of the last steps. Timestamps without a detection are
/// not seen, so of two middle steps the shorter counts.
/// </summary>
internal sealed class StepEstimate
{
    private const int Remembered = 31;
    private const long MinGap = 1_500;
    private const long MaxGap = 3_000;

    private readonly Queue<long> _steps = new(Remembered);

    public StepEstimate()
    {
    }

    public StepEstimate(BinaryReader state)
    {
        for (var count = state.Read7BitEncodedInt(); count > 0; count--)
        {
            _steps.Enqueue(state.Read7BitEncodedInt64());
        }

        Learn();
    }

    /// <summary>One step in milliseconds, at most a third of the longest gap.</summary>
    public long Step { get; private set; } = Sampling.Interval;

    /// <summary>For how many milliseconds a thing may be unseen: three steps, within limits.</summary>
    public long Gap { get; private set; } = MinGap;

    public void Add(long step)
    {
        if (_steps.Count == Remembered)
        {
            _steps.Dequeue();
        }

        _steps.Enqueue(step);
        Learn();
    }

    public void Save(BinaryWriter state)
    {
        state.Write7BitEncodedInt(_steps.Count);
        foreach (var step in _steps)
        {
            state.Write7BitEncodedInt64(step);
        }
    }

    private void Learn()
    {
        if (_steps.Count == 0)
        {
            return;
        }

        var sorted = _steps.ToArray();
        Array.Sort(sorted);
        var median = Math.Min(sorted[(sorted.Length - 1) / 2], MaxGap);
        Step = Math.Min(median, MaxGap / 3);
        Gap = Math.Clamp(3 * median, MinGap, MaxGap);
    }
}
