using System.Net;

namespace VideoAnalysis.LocalAws.Tests.Port;

/// <summary>Clients of other services are told in their own protocol which services are here.</summary>
public sealed class OtherServiceTests
{
    private const string Scope =
        "AWS4-HMAC-SHA256 Credential=AKID/20260304/us-east-1/{0}/aws4_request, SignedHeaders=host, Signature=0";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData("POST", "/", "sns", "application/x-www-form-urlencoded", "",
        "<ErrorResponse><Error><Type>Sender</Type><Code>UnknownOperationException</Code><Message>")]
    [InlineData("POST", "/", "ec2", "application/x-www-form-urlencoded", "",
        "<Response><Errors><Error><Code>UnknownOperationException</Code><Message>")]
    [InlineData("GET", "/?Action=GetCallerIdentity&Version=2011-06-15", "", "", "", "<ErrorResponse>")]
    [InlineData("GET", "/2013-04-01/hostedzone", "route53", "", "", "<ErrorResponse>")]
    [InlineData("GET", "/2015-03-31/functions", "lambda", "", "",
        "{\"__type\":\"UnknownOperationException\",\"message\":")]
    [InlineData("POST", "/", "dynamodb", "application/x-amz-json-1.0", "DynamoDB_20120810.ListTables",
        "{\"__type\":\"UnknownOperationException\",\"message\":")]
    [InlineData("POST", "/", "logs", "application/x-amz-json-1.1", "Logs_20140328.DescribeLogGroups",
        "{\"__type\":\"UnknownOperationException\",\"message\":")]
    [InlineData("POST", "/service/GraniteServiceVersion20100801/operation/ListMetrics", "monitoring",
        "application/cbor", "", "\u00a2y\0\u0006__typey\0\u0019UnknownOperationExceptiony\0\u0007message")]
    public async Task A_client_of_another_service_reads_what_this_port_speaks(
        string method, string path, string service, string type, string target, string expected)
    {
        await using var port = await PortHarness.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(port.Address, path));
        if (type.Length > 0)
        {
            request.Content = new StringContent("Action=Do&Version=1");
            request.Content.Headers.Remove("Content-Type");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        request.Headers.TryAddWithoutValidation(
            "Authorization", service.Length == 0 ? "" : Scope.Replace("{0}", service, StringComparison.Ordinal));
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target.Length == 0 ? [] : [target]);
        request.Headers.TryAddWithoutValidation("smithy-protocol", type == "application/cbor" ? ["rpc-v2-cbor"] : []);

        using var response = await port.Http.SendAsync(request, Token);

        var body = System.Text.Encoding.Latin1.GetString(await response.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(expected, body, StringComparison.Ordinal);
        Assert.Contains("speaks S3, Rekognition, and the SendMessage of SQS", body, StringComparison.Ordinal);
        Assert.Contains(service, body, StringComparison.Ordinal);
        Assert.Equal(type.StartsWith("application/x-amz-json", StringComparison.Ordinal) ? type
            : response.Content.Headers.ContentType?.ToString(), response.Content.Headers.ContentType?.ToString());
    }

    [Theory(Timeout = 60_000)]
    [InlineData("s3")]
    [InlineData("")]
    public async Task A_client_of_S3_is_answered_by_S3(string service)
    {
        await using var port = await PortHarness.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(port.Address, "/videos/film.mp4"));
        request.Headers.TryAddWithoutValidation(
            "Authorization", service.Length == 0 ? "" : Scope.Replace("{0}", service, StringComparison.Ordinal));

        using var response = await port.Http.SendAsync(request, Token);

        Assert.Equal([1, 2, 3], await response.Content.ReadAsByteArrayAsync(Token));
    }
}
