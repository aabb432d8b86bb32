using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Http;

namespace VideoAnalysis.Functions.Api;

/// <summary>
/// The description of the API: openapi.yaml, in which the registered analyses write the last part. In the file that
/// part is there too, so that the file can be used as it is; a test holds it against this.
/// </summary>
public sealed class OpenApiDocument(AnalysisRegistry analyses)
{
    /// <summary>Where it is served.</summary>
    internal const string Path = "/openapi.yaml";

    /// <summary>How far the members of <c>components.schemas</c> are indented.</summary>
    internal const int SchemaIndentation = 4;

    /// <summary>The line of the file below which the analyses write.</summary>
    private const string Mark = "# What follows is written by the analyses";

    private readonly Lazy<byte[]> _text = new(() => Encoding.UTF8.GetBytes(Write(analyses)));

    /// <summary><c>GET /openapi.yaml</c>.</summary>
    internal Task<APIGatewayHttpApiV2ProxyResponse> GetAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        QueryReader.Of(request).RefuseOthers();
        return Task.FromResult(
            Representation.Of("application/yaml", _text.Value, new RequestHeaders(request), tag: null));
    }

    /// <summary>The whole description.</summary>
    internal static string Write(AnalysisRegistry analyses)
    {
        var file = Read();
        var mark = file.IndexOf(Mark, StringComparison.Ordinal);
        var end = file.IndexOf('\n', mark) + 1;
        var schemas = AnalysisSchemas.Write(analyses).TrimEnd().Split('\n')
            .Select(line => line.Length == 0 ? "" : new string(' ', SchemaIndentation) + line);
        return file[..end] + string.Join('\n', schemas) + "\n";
    }

    private static string Read()
    {
        using var resource = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.yaml")
            ?? throw new InvalidOperationException("The assembly was built without openapi.yaml.");
        using var text = new StreamReader(resource);
        return text.ReadToEnd();
    }
}
