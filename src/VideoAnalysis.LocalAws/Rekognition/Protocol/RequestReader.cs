using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VideoAnalysis.LocalAws.Rekognition.Protocol;

/// <summary>Reads the bodies of requests.</summary>
internal static class RequestReader
{
    /// <summary>Reads a request. Members that its type does not have are passed over, as the service does.</summary>
    /// <param name="body">The request's JSON.</param>
    /// <param name="operation">The operation's name.</param>
    /// <param name="json">How the request is read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RekognitionException">The body is not the JSON of such a request.</exception>
    public static async Task<T> ReadAsync<T>(
        Stream body, string operation, JsonTypeInfo<T> json, CancellationToken cancellationToken)
        where T : class, new()
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(body, json, cancellationToken) ?? new T();
        }
        catch (JsonException e)
        {
            // Where and what, without quoting the body.
            throw RekognitionException.Serialization(
                $"The body is not the JSON of a {operation} request: see {e.Path ?? "$"}, line {e.LineNumber + 1}.");
        }
    }
}
