using Amazon.Lambda.APIGatewayEvents;

namespace VideoAnalysis.Functions.Api;

/// <summary>The description of the API, as it lies in the project: openapi.yaml.</summary>
internal static class OpenApiDocument
{
    /// <summary>The route that it is served at.</summary>
    public const string RouteKey = "GET /openapi.yaml";

    private static readonly Lazy<byte[]> Text = new(Read);

    /// <summary><c>GET /openapi.yaml</c>.</summary>
    public static Task<APIGatewayHttpApiV2ProxyResponse> GetAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        QueryReader.Of(request).RefuseOthers();
        return Task.FromResult(Representation.Of("application/yaml", Text.Value, new RequestHeaders(request), tag: null));
    }

    private static byte[] Read()
    {
        using var resource = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.yaml")
            ?? throw new InvalidOperationException("The assembly was built without openapi.yaml.");
        using var text = new MemoryStream();
        resource.CopyTo(text);
        return text.ToArray();
    }
}
