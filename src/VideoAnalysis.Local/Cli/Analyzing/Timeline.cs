namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>How many faces were seen when, in bounded memory however long the video is.</summary>
internal sealed class Timeline
{
    /// <summary>Sightings further apart than this are two appearances: two samples in a row without a face.</summary>
    private const long GapMilliseconds = 1200;

    private static readonly char[] Heights = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

    private readonly long _duration;
    private readonly int[] _columns;
    private readonly List<Appearance> _appearances = [];
    private long _timestamp = -1;
    private int _atTimestamp;

    /// <summary>A timeline with nothing on it.</summary>
    /// <param name="durationMilliseconds">The length of the video.</param>
    /// <param name="columns">How many characters wide it is drawn.</param>
    public Timeline(long durationMilliseconds, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        _duration = Math.Max(1, durationMilliseconds);
        _columns = new int[columns];
    }

    /// <summary>The stretches in which there was always somebody, in order.</summary>
    public IReadOnlyList<Appearance> Appearances => _appearances;

    /// <summary>Adds a face. They come in the order of their timestamps.</summary>
    /// <param name="timestamp">Milliseconds from the start of the video.</param>
    /// <param name="confidence">0 to 100.</param>
    public void Add(long timestamp, float confidence)
    {
        _atTimestamp = timestamp == _timestamp ? _atTimestamp + 1 : 1;
        _timestamp = timestamp;
        var column = (int)Math.Clamp(timestamp * _columns.Length / _duration, 0, _columns.Length - 1);
        _columns[column] = Math.Max(_columns[column], _atTimestamp);
        if (_appearances is [.., var last] && timestamp - last.To <= GapMilliseconds)
        {
            _appearances[^1] = last with
            {
                To = timestamp,
                MostAtOnce = Math.Max(last.MostAtOnce, _atTimestamp),
                LowestConfidence = Math.Min(last.LowestConfidence, confidence),
                HighestConfidence = Math.Max(last.HighestConfidence, confidence),
            };
        }
        else
        {
            _appearances.Add(new(timestamp, timestamp, 1, confidence, confidence));
        }
    }

    /// <summary>The timeline as one line: a dot where nobody is seen, and a bar the higher the more faces there are.</summary>
    public string Draw()
    {
        var most = Math.Max(1, _columns.Max());
        return string.Concat(_columns.Select(count =>
            count == 0 ? '·' : Heights[((count * Heights.Length) - 1) / most]));
    }
}
