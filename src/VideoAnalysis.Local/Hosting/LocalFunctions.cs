using System.Collections.Frozen;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using VideoAnalysis.Backfilling;
using VideoAnalysis.Functions;
using VideoAnalysis.Functions.Events;
using VideoAnalysis.Local.Announcing;
using VideoAnalysis.LocalAws;
using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.Reconciling;

namespace VideoAnalysis.Local.Hosting;

/// <summary>
/// Invokes the deployed handlers as Lambda does: the event's JSON goes through the serializer that is deployed with
/// them, each invocation has a scope and a context of its own, and ends at the function's time limit.
/// </summary>
internal sealed class LocalFunctions : IFunctionInvoker, IAsyncDisposable
{
    private readonly EventSerializer _serializer = new();
    private readonly Lazy<ServiceProvider> _services;
    private readonly LocalEndpoints _endpoints;
    private readonly Webhook _webhook;
    private readonly TimeProvider _time;
    private readonly ILogger<LocalFunctions> _logger;

    /// <param name="composition">Composes what the handlers need, once the local endpoints are known.</param>
    /// <param name="endpoints">The local endpoints, which the handlers' clients call.</param>
    /// <param name="webhook">Who reads the announcements.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public LocalFunctions(
        FunctionComposition composition,
        LocalEndpoints endpoints,
        Webhook webhook,
        TimeProvider time,
        ILogger<LocalFunctions> logger)
    {
        _services = new(composition.Build);
        _endpoints = endpoints;
        _webhook = webhook;
        _time = time;
        _logger = logger;
    }

    /// <summary>Every function of the stack, by its logical name in template.yaml, with its time limit there.</summary>
    public static FrozenDictionary<string, LocalFunction> All { get; } = new[]
    {
        LocalFunction.Of<StartFunctions, JsonElement>(
            "StartAnalysis", 60, static (handler, input, context) => handler.StartAnalysis(input, context)),
        LocalFunction.Of<StartFunctions, SQSEvent, SQSBatchResponse>(
            "StartQueued", 60, static (handler, input, context) => handler.StartQueued(input, context)),
        LocalFunction.Of<CollectFunctions, SNSEvent>(
            "CollectResults", 300, static (handler, input, context) => handler.CollectResults(input, context)),
        LocalFunction.Of<CollectFunctions, SQSEvent, SQSBatchResponse>(
            "ContinueCollection", 300, static (handler, input, context) => handler.ContinueCollection(input, context)),
        LocalFunction.Of<ReconcileFunctions, ScheduledRun, ReconcileReport>(
            "Reconcile", 240, static (handler, input, context) => handler.Reconcile(input, context)),
        LocalFunction.Of<BackfillFunctions, BackfillRequest, BackfillReport>(
            "Backfill", 300, static (handler, input, context) => handler.Backfill(input, context)),
        LocalFunction.Of<ResultFunctions, APIGatewayHttpApiV2ProxyRequest, APIGatewayHttpApiV2ProxyResponse>(
            "GetResults", 29, static (handler, input, context) => handler.GetResults(input, context)),
        LocalFunction.Of<RemovalFunctions, APIGatewayHttpApiV2ProxyRequest, APIGatewayHttpApiV2ProxyResponse>(
            "DeleteResults", 29, static (handler, input, context) => handler.DeleteResults(input, context)),
        LocalFunction.Of<AnalysisFunctions, APIGatewayHttpApiV2ProxyRequest, APIGatewayHttpApiV2ProxyResponse>(
            "RequestAnalyses", 29, static (handler, input, context) => handler.RequestAnalyses(input, context)),
        LocalFunction.Of<MediaFunctions, APIGatewayHttpApiV2ProxyRequest, APIGatewayHttpApiV2ProxyResponse>(
            "GetVideo", 29, static (handler, input, context) => handler.GetVideo(input, context)),
        LocalFunction.Of<MediaFunctions, APIGatewayHttpApiV2ProxyRequest, APIGatewayHttpApiV2ProxyResponse>(
            "Upload", 29, static (handler, input, context) => handler.Upload(input, context)),
        LocalFunction.Of<PersonFunctions, APIGatewayHttpApiV2ProxyRequest, APIGatewayHttpApiV2ProxyResponse>(
            "ManagePersons", 29, static (handler, input, context) => handler.ManagePersons(input, context)),
        LocalFunction.Of<PageFunctions, APIGatewayHttpApiV2ProxyRequest, APIGatewayHttpApiV2ProxyResponse>(
            "GetPage", 29, static (handler, input, context) => handler.GetPage(input, context)),
    }.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> InvokeAsync(
        string function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        if (function == LocalNames.Announcements)
        {
            await _webhook.PostAsync(payload, cancellationToken);
            return ReadOnlyMemory<byte>.Empty;
        }

        if (!All.TryGetValue(function, out var found))
        {
            throw new ArgumentException($"There is no function \"{function}\".", nameof(function));
        }

        // What waits from the last run may come up before the ports do.
        await _endpoints.WaitAsync(cancellationToken);
        return await InvokeAsync(found, payload, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() =>
        _services.IsValueCreated ? _services.Value.DisposeAsync() : ValueTask.CompletedTask;

    private async Task<ReadOnlyMemory<byte>> InvokeAsync(
        LocalFunction function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        await using var scope = _services.Value.CreateAsyncScope();
        var context = new LambdaContext(function.Name, function.Timeout, _time, _logger);
        using var input = new MemoryStream(payload.ToArray(), writable: false);
        using var answer = new MemoryStream();

        // The handler ends by itself within its time. Lambda would end its process; all that can be done here is to
        // wait for it no longer.
        await function.Handler(scope.ServiceProvider, _serializer, input, answer, context)
            .WaitAsync(function.Timeout, _time, cancellationToken);
        return answer.ToArray();
    }
}
