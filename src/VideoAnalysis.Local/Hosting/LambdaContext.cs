using System.Globalization;
using Amazon.Lambda.Core;
using VideoAnalysis.LocalAws;

namespace VideoAnalysis.Local.Hosting;

/// <summary>What an invocation is told of itself, as Lambda tells it.</summary>
internal sealed class LambdaContext(string function, TimeSpan timeout, TimeProvider time, ILogger logger)
    : ILambdaContext
{
    private readonly DateTimeOffset _deadline = time.GetUtcNow() + timeout;

    /// <inheritdoc/>
    public string AwsRequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>None: only mobile SDKs send one.</summary>
    public IClientContext ClientContext => null!;

    /// <inheritdoc/>
    public string FunctionName { get; } = function;

    /// <inheritdoc/>
    public string FunctionVersion => "$LATEST";

    /// <summary>None: only mobile SDKs send one.</summary>
    public ICognitoIdentity Identity => null!;

    /// <inheritdoc/>
    public string InvokedFunctionArn => LocalNames.Arn("lambda", $"function:{FunctionName}");

    /// <inheritdoc/>
    public ILambdaLogger Logger { get; } = new LambdaLogger(logger, function);

    /// <inheritdoc/>
    public string LogGroupName => $"/aws/lambda/{FunctionName}";

    /// <inheritdoc/>
    public string LogStreamName =>
        time.GetUtcNow().ToString("yyyy/MM/dd'/[$LATEST]local'", CultureInfo.InvariantCulture);

    /// <summary>What template.yaml gives every function. Nothing here holds it to that.</summary>
    public int MemoryLimitInMB => 1024;

    /// <inheritdoc/>
    public TimeSpan RemainingTime =>
        _deadline - time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    private sealed class LambdaLogger(ILogger logger, string function) : ILambdaLogger
    {
        public void Log(string message) => logger.FunctionSaid(function, message);

        public void LogLine(string message) => logger.FunctionSaid(function, message);

        // The interface's own forms with arguments rely on this one.
        public void Log(string level, string message, params object[] args) => logger.FunctionSaid(function, message);
    }
}
