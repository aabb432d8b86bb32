using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using VideoAnalysis.Functions.S3;

namespace VideoAnalysis.Functions.Tests.Api;

/// <summary>
/// An S3 that begins every upload, completes only "good" ones, has one object, and knows nothing else.
/// </summary>
/// <param name="key">The key of the object that it has.</param>
internal sealed class CannedS3(string key) : HttpMessageHandler
{
    public const string KnownUpload = "good";

    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<(HttpRequestMessage Request, string Body)> Requests { get; } = new();

    /// <summary>A client of it, set up as the deployed one.</summary>
    public AmazonS3Client CreateClient()
    {
        var config = S3Clients.Configured();
        (config.ServiceURL, config.AuthenticationRegion, config.MaxErrorRetry) = ("https://s3.test", "us-east-1", 0);
        config.HttpClientFactory = new Factory(this);
        return new(new BasicAWSCredentials("test", "test"), config);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(
            (request, request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : ""));
        var query = request.RequestUri!.Query;
        var isKnown = query.Contains($"uploadId={KnownUpload}", StringComparison.Ordinal);
        return request.Method.Method switch
        {
            "HEAD" when request.RequestUri.AbsolutePath == $"/videos/{key}" => Found(),
            "HEAD" => new(HttpStatusCode.Forbidden),
            "POST" when query.StartsWith("?uploads", StringComparison.Ordinal) => Xml(
                HttpStatusCode.OK,
                $"<InitiateMultipartUploadResult><UploadId>{KnownUpload}</UploadId></InitiateMultipartUploadResult>"),
            "POST" when isKnown => Xml(
                HttpStatusCode.OK,
                "<CompleteMultipartUploadResult><ETag>\"tag-1\"</ETag></CompleteMultipartUploadResult>"),
            "DELETE" when isKnown => new(HttpStatusCode.NoContent),
            _ => Xml(
                HttpStatusCode.NotFound, "<Error><Code>NoSuchUpload</Code><Message>No such upload.</Message></Error>"),
        };
    }

    private static HttpResponseMessage Found()
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[5]) };
        answer.Headers.TryAddWithoutValidation("ETag", "\"tag-1\"");
        return answer;
    }

    private static HttpResponseMessage Xml(HttpStatusCode status, string xml) =>
        new(status) { Content = new StringContent($"<?xml version=\"1.0\"?>{xml}", Encoding.UTF8, "application/xml") };

    private sealed class Factory(CannedS3 handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
