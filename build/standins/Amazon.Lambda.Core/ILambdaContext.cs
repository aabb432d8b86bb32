namespace Amazon.Lambda.Core;

/// <summary>What the runtime tells a function about the invocation and itself.</summary>
public interface ILambdaContext
{
    /// <summary>The id of the invocation; a retry of an asynchronous event keeps it.</summary>
    string AwsRequestId { get; }

    IClientContext ClientContext { get; }

    string FunctionName { get; }

    string FunctionVersion { get; }

    ICognitoIdentity Identity { get; }

    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    int MemoryLimitInMB { get; }

    /// <summary>The time left until the invocation is ended by force.</summary>
    TimeSpan RemainingTime { get; }

    string TenantId => string.Empty;

    string TraceId => string.Empty;

    ILambdaSerializer Serializer => null;
}
