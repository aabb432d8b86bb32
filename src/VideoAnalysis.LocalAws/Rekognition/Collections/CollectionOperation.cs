using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary>An operation on collections, which is answered at once.</summary>
/// <param name="name">The operation's name.</param>
/// <param name="requestJson">How the request is read.</param>
/// <param name="responseJson">How the response is written.</param>
internal abstract class CollectionOperation<TRequest, TResponse>(
    string name, JsonTypeInfo<TRequest> requestJson, JsonTypeInfo<TResponse> responseJson) : IRekognitionOperation
    where TRequest : class, new()
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async Task<byte[]> InvokeAsync(Stream body, CancellationToken cancellationToken)
    {
        var request = await RequestReader.ReadAsync(body, Name, requestJson, cancellationToken);
        var constraints = new RequestConstraints();
        Check(request, constraints);
        constraints.ThrowIfViolated();
        return JsonSerializer.SerializeToUtf8Bytes(await InvokeAsync(request, cancellationToken), responseJson);
    }

    /// <summary>Checks a request against the service model.</summary>
    protected virtual void Check(TRequest request, RequestConstraints constraints) =>
        (request as CollectionRequest)?.Check(constraints);

    /// <summary>Carries out a valid request.</summary>
    /// <exception cref="RekognitionException">The service refuses the request.</exception>
    protected abstract Task<TResponse> InvokeAsync(TRequest request, CancellationToken cancellationToken);
}
