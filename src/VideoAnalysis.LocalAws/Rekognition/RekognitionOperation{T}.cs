using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VideoAnalysis.LocalAws.Rekognition;

/// <summary>An operation with its types of request and response.</summary>
/// <param name="name">The operation's name.</param>
/// <param name="requestJson">How a request is read.</param>
/// <param name="responseJson">How a response is written.</param>
internal abstract class RekognitionOperation<TRequest, TResponse>(
    string name, JsonTypeInfo<TRequest> requestJson, JsonTypeInfo<TResponse> responseJson) : IRekognitionOperation
    where TRequest : class, new()
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public async Task<byte[]> InvokeAsync(Stream body, CancellationToken cancellationToken)
    {
        TRequest request;
        try
        {
            request = await JsonSerializer.DeserializeAsync(body, requestJson, cancellationToken) ?? new TRequest();
        }
        catch (JsonException e)
        {
            // Where and what, without quoting the body.
            throw RekognitionException.Serialization(
                $"The body is not the JSON of a {Name} request: see {e.Path ?? "$"}, line {e.LineNumber + 1}.");
        }

        return JsonSerializer.SerializeToUtf8Bytes(await InvokeAsync(request, cancellationToken), responseJson);
    }

    /// <summary>Carries out a request that is well-formed JSON; its values are still to be validated.</summary>
    protected abstract Task<TResponse> InvokeAsync(TRequest request, CancellationToken cancellationToken);
}
