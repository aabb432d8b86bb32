using System.Diagnostics;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Diagnostics;

namespace VideoAnalysis.Functions.Diagnostics;

/// <summary>
/// Writes the log as one JSON object a line, with every named value as a member, so that CloudWatch Logs Insights
/// can filter by Video, Analysis, JobId or Trace. It writes to standard output itself: what goes through
/// <see cref="Console"/> is wrapped by the Lambda runtime.
/// </summary>
/// <param name="output">Where lines go.</param>
/// <param name="time">Dates them.</param>
internal sealed class JsonLogProvider(Stream output, TimeProvider time) : ILoggerProvider, ISupportExternalScope
{
    private readonly ActivityListener _traces = JobActivities.Listen();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) =>
        new JsonLogger(categoryName, output, time, () => _scopes);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
        output.Flush();
        _traces.Dispose();
    }
}
