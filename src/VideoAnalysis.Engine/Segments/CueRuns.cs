namespace VideoAnalysis.Engine.Segments;

/// <summary>Joins the frames of a technical cue to runs.</summary>
internal sealed class CueRuns
{
    private readonly List<FrameRun> _runs = [];
    private int _frames;

    /// <summary>The runs so far, in order. A run's confidence is the mean of its frames'.</summary>
    public IReadOnlyList<FrameRun> All => _runs;

    /// <summary>Takes the next frame.</summary>
    /// <param name="confidence">How sure it is that the frame shows the cue; null if it does not.</param>
    public void Add(float? confidence)
    {
        var frame = _frames++;
        if (confidence is not { } sure)
        {
            return;
        }

        if (_runs is [.., var last] && last.Last == frame - 1)
        {
            var count = frame - last.First;
            _runs[^1] =
                last with { Last = frame, Confidence = last.Confidence + ((sure - last.Confidence) / (count + 1)) };
        }
        else
        {
            _runs.Add(new(frame, frame, sure));
        }
    }
}
