using System.Buffers;
using System.Diagnostics.Metrics;
using System.Text.Json;
using VideoAnalysis.Diagnostics;

namespace VideoAnalysis.Functions.Diagnostics;

/// <summary>
/// Turns the domain's meter into CloudWatch metrics: one log line in the embedded metric format for each analysis
/// that was counted in an invocation (CloudWatch User Guide, "Embedded metric format specification").
/// </summary>
public sealed class EmbeddedMetrics : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<string, Metric>> _byAnalysis = [];
    private readonly MeterListener _listener = new();
    private readonly TimeProvider _time;
    private readonly Stream _output;

    /// <summary>Listens to the meter of <paramref name="source"/>.</summary>
    /// <param name="source">Whose counts these are.</param>
    /// <param name="time">Dates them.</param>
    /// <param name="output">
    /// Standard output itself: what goes through <see cref="Console"/> is wrapped by the Lambda runtime.
    /// </param>
    public EmbeddedMetrics(AnalysisMetrics source, TimeProvider time, Stream output)
    {
        ArgumentNullException.ThrowIfNull(source);
        (_time, _output) = (time, output);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (source.Owns(instrument))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Writes what was counted since the last time.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            foreach (var (analysis, metrics) in _byAnalysis)
            {
                Write(analysis, metrics);
            }

            _byAnalysis.Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var analysis = tags.Length > 0 ? tags[0].Value as string ?? "" : "";
        lock (_gate)
        {
            if (!_byAnalysis.TryGetValue(analysis, out var metrics))
            {
                _byAnalysis[analysis] = metrics = [];
            }

            if (!metrics.TryGetValue(instrument.Name, out var metric))
            {
                metrics[instrument.Name] = metric = new(instrument.Unit ?? "None", instrument is Histogram<double>, []);
            }

            metric.Add(value);
        }
    }

    private void Write(string analysis, Dictionary<string, Metric> metrics)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteStartObject("_aws");
            json.WriteNumber("Timestamp", _time.GetUtcNow().ToUnixTimeMilliseconds());
            json.WriteStartArray("CloudWatchMetrics");
            json.WriteStartObject();
            json.WriteString("Namespace", AnalysisMetrics.MeterName);
            json.WriteStartArray("Dimensions");
            json.WriteStartArray();
            json.WriteStringValue("Analysis");
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteStartArray("Metrics");
            foreach (var (name, metric) in metrics)
            {
                json.WriteStartObject();
                json.WriteString("Name", name);
                json.WriteString("Unit", metric.Unit);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteString("Analysis", analysis);
            foreach (var (name, metric) in metrics)
            {
                json.WritePropertyName(name);
                metric.WriteValues(json);
            }

            json.WriteEndObject();
        }

        line.Write("\n"u8);
        _output.Write(line.WrittenSpan);
        _output.Flush();
    }

    /// <summary>A count adds up; a distribution keeps each value.</summary>
    private sealed record Metric(string Unit, bool IsDistribution, List<double> Values)
    {
        /// <summary>The most values of one metric in one line (embedded metric format).</summary>
        private const int MaxValues = 100;

        public void Add(double value)
        {
            if (IsDistribution ? Values.Count < MaxValues : Values.Count == 0)
            {
                Values.Add(value);
            }
            else if (!IsDistribution)
            {
                Values[0] += value;
            }
        }

        public void WriteValues(Utf8JsonWriter json)
        {
            if (!IsDistribution)
            {
                json.WriteNumberValue(Values[0]);
                return;
            }

            json.WriteStartArray();
            Values.ForEach(json.WriteNumberValue);
            json.WriteEndArray();
        }
    }
}
