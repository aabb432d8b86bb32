using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Rekognition;
using Amazon.Runtime;

namespace VideoAnalysis.Functions.Tests.Adapters;

/// <summary>Answers every request of a real client the same, and keeps what was asked.</summary>
internal class CannedRekognition(HttpStatusCode status, string answer) : HttpMessageHandler
{
    /// <summary>The operations and bodies of the requests, in order.</summary>
    public List<(string Operation, JsonNode Body)> Requests { get; } = [];

    /// <summary>An error as Rekognition words it.</summary>
    public static CannedRekognition Failing(string code, HttpStatusCode status = HttpStatusCode.BadRequest) => new(
        status, new JsonObject { ["__type"] = code, ["Message"] = "As the service says." }.ToJsonString());

    /// <summary>A client with the settings of the deployed one.</summary>
    public AmazonRekognitionClient CreateClient(AmazonRekognitionConfig config)
    {
        config.ServiceURL = "https://rekognition.test";
        config.AuthenticationRegion = "us-east-1";
        config.HttpClientFactory = new Factory(this);
        return new(new BasicAWSCredentials("test", "test"), config);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        var (operation, json) =
            (request.Headers.GetValues("X-Amz-Target").Single().Split('.')[^1], JsonNode.Parse(body)!);
        Requests.Add((operation, json));
        return new(status)
        {
            RequestMessage = request,
            Content = new StringContent(AnswerTo(operation, json), Encoding.UTF8, "application/x-amz-json-1.1"),
        };
    }

    /// <summary>What is answered to a request.</summary>
    protected virtual string AnswerTo(string operation, JsonNode body) => answer;

    private sealed class Factory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
