using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Diagnostics;

namespace VideoAnalysis.Functions.Diagnostics;

/// <summary>Writes one category's lines.</summary>
internal sealed class JsonLogger(
    string category, Stream output, TimeProvider time, Func<IExternalScopeProvider> scopes) : ILogger
{
    private const string MessageTemplate = "{OriginalFormat}";

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => scopes().Push(state);

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and not LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", time.GetUtcNow().UtcDateTime);
            json.WriteString("level", NameOf(logLevel));
            json.WriteString("message", formatter(state, exception));
            json.WriteNumber("eventId", eventId.Id);
            json.WriteString("category", category);
            if (JobActivities.Current is { } activity)
            {
                json.WriteString("Trace", activity.TraceId.ToHexString());
            }

            scopes().ForEachScope((scope, writer) => WriteValues(writer, scope), json);
            WriteValues(json, state);
            if (exception is not null)
            {
                json.WriteString("exception", exception.ToString());
            }

            json.WriteEndObject();
        }

        line.Write("\n"u8);
        lock (output)
        {
            output.Write(line.WrittenSpan);
            output.Flush();
        }
    }

    /// <summary>Lambda's names (Developer Guide, "Log-level filtering"): it takes any other for INFO.</summary>
    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARN",
        LogLevel.Error => "ERROR",
        _ => "FATAL",
    };

    private static void WriteValues(Utf8JsonWriter json, object? state)
    {
        foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            if (name != MessageTemplate)
            {
                json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
            }
        }
    }
}
