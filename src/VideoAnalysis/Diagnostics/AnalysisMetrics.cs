using System.Diagnostics.Metrics;

namespace VideoAnalysis.Diagnostics;

/// <summary>
/// What operators count, by analysis: the instruments of the meter <c>VideoAnalysis</c>. Whoever hosts the domain
/// decides where they go.
/// </summary>
public sealed class AnalysisMetrics : IDisposable
{
    /// <summary>The meter's name, and the CloudWatch namespace.</summary>
    public const string MeterName = "VideoAnalysis";

    private readonly Meter _meter;
    private readonly Counter<long> _started;
    private readonly Counter<long> _queued;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _succeeded;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _detectionsStored;
    private readonly Counter<long> _unsettled;
    private readonly Counter<long> _foreign;
    private readonly Histogram<double> _collectionTime;

    /// <summary>Makes the instruments.</summary>
    public AnalysisMetrics()
    {
        _meter = new Meter(MeterName);
        _started = _meter.CreateCounter<long>("Started", "Count", "Jobs that the engine accepted.");
        _queued = _meter.CreateCounter<long>("Queued", "Count", "Jobs that had to wait in the backlog.");
        _refused = _meter.CreateCounter<long>("Refused", "Count", "Start calls that found no room.");
        _succeeded = _meter.CreateCounter<long>("Succeeded", "Count", "Jobs whose results are stored.");
        _failed = _meter.CreateCounter<long>("Failed", "Count", "Jobs that ended with a reason instead of a result.");
        _detectionsStored = _meter.CreateCounter<long>("DetectionsStored", "Count", "Detections of succeeded jobs.");
        _unsettled = _meter.CreateCounter<long>(
            "Unsettled", "Count", "Overdue jobs that could not be settled, each time.");
        _foreign = _meter.CreateCounter<long>(
            "Foreign", "Count", "Completions of jobs that others had started, dropped.");
        _collectionTime = _meter.CreateHistogram<double>(
            "CollectionTime", "Milliseconds", "Time to collect a job's results, one invocation.");
    }

    /// <summary>
    /// Counts a completion of a job that somebody else had started. Which analysis it was of is not known.
    /// </summary>
    public void Foreign() => _foreign.Add(1, Of("unknown"));

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    /// <summary>Whether the instrument is one of these.</summary>
    public bool Owns(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        return instrument.Meter == _meter;
    }

    internal void Started(string analysis) => _started.Add(1, Of(analysis));

    internal void Queued(string analysis) => _queued.Add(1, Of(analysis));

    internal void Refused(string analysis) => _refused.Add(1, Of(analysis));

    internal void Succeeded(string analysis, long detections, TimeSpan collection)
    {
        _succeeded.Add(1, Of(analysis));
        _detectionsStored.Add(detections, Of(analysis));
        _collectionTime.Record(collection.TotalMilliseconds, Of(analysis));
    }

    internal void Failed(string analysis)
    {
        _failed.Add(1, Of(analysis));

        // An alarm compares the two: where nothing ever succeeded there must be a number to compare with.
        _succeeded.Add(0, Of(analysis));
    }

    internal void Unsettled(string analysis) => _unsettled.Add(1, Of(analysis));

    private static KeyValuePair<string, object?> Of(string analysis) => new("Analysis", analysis);
}
