using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using CsCheck;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Functions.Tests.Api;

/// <summary>Whatever is asked, the answer is a result or a problem document of the 4xx kind.</summary>
public sealed class AbuseTests : IDisposable
{
    private const int Requests = 3_000;

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char[' ', '~'], 0, 40],
        Gen.String[Gen.Char['\0', '\u07ff'], 0, 20],
        Gen.String[Gen.OneOf(
            '%', '2', '0', 'F', '/', '.', '-', '>', ',', ';', '=', 'q', '*', '"', '\r', '\n', '\0', '￿', 'ü'), 0, 30],
        Gen.OneOf("", "film.mp4", "0", "1", "-1", "9223372036854775807", "9223372036854775808", "1e308", "NaN", "∞",
            "null", "true"),
        Gen.Int[1, 5_000].Select(length => new string('x', length)));

    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.OneOf("video", "analysis", "from", "to", "minConfidence", "limit", "next", "status", "format", "prefix",
            "interval"), Text);

    /// <summary>Tokens of the right shape, with words of any kind in them.</summary>
    private static readonly Gen<string> Token = Gen.Select(
        Gen.OneOf("d1", "l1", "x"),
        Gen.OneOf(Gen.Const("0123456789abcdef"), Gen.Const("1772366401000"), Text),
        Gen.OneOf(Gen.OneOf("0", "1", "2147483647", "9999999999999"), Gen.Const("0123456789abcdef"), Text),
        Gen.OneOf(Gen.OneOf("0", "2147483647", "faces", "unknown"), Text),
        Gen.OneOf(Gen.OneOf("0", "9223372036854775807"), Text),
        (kind, a, b, c, d) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
            string.Join('|', kind == "d1" ? [kind, a, b, c, d] : (string[])[kind, a, b, c])))
                .TrimEnd('=').Replace('+', '-').Replace('/', '_'));

    private static readonly Gen<string> Query = Gen.OneOf(
        Text,
        Gen.Select(Name, Gen.OneOf(Text, Token), (name, value) =>
            $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}")
            .Array[0, 4].Select(parameters => string.Join('&', parameters)));

    private static readonly Gen<(string, string)[]> Headers = Gen.Select(
        Gen.OneOf("accept", "Accept", "accept-encoding", "if-none-match", "content-type", "x-any"),
        Gen.OneOf(Text, Gen.OneOf("*/*", "text/csv", "text/vtt;q=0.5", "application/x-ndjson", "gzip", "br, gzip;q=0.1",
            "*", "\"x\"", "W/\"x\", \"y\"", "application/json")))
        .Array[0, 4];

    private static readonly Gen<string> Json = Gen.OneOf(
        Text,
        Gen.Select(
            Gen.OneOf("key", "size", "uploadId", "partNumbers", "parts", "other"),
            Gen.OneOf("\"film.mp4\"", "\"\"", "\"a/../b.mp4\"", "1", "-1", "1e99", "99999999999999999999", "null", "[]",
                "[1]", "[1,1]", "[null]", "{}", "[{}]",
                "[{\"partNumber\":1,\"eTag\":\"x\"}]", "true", "\"\\u0000.mp4\"", "\"\\ud800.mp4\"", "\"good\""),
            (name, value) => $"\"{name}\":{value}").Array[0, 5].Select(members => $"{{{string.Join(',', members)}}}"));

    private readonly ApiSystem _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task No_query_path_or_header_makes_the_api_fail()
    {
        await _api.AnalyseAsync(Some.Faces(50));
        await _api.Domain.UploadAsync(Some.Upload("other.mp4"));
        var path = Gen.OneOf(
            Gen.OneOf("/results", "/results/film.mp4", "/results/other.mp4", "/results/-", "/timeline/film.mp4",
                "/timeline/-", "/appearances/film.mp4", "/appearances/-", "/videos/-", "/videos/film.mp4"),
            Text.Select(text => "/results/" + text),
            Text.Select(text => "/videos/" + text));
        var method = Gen.Frequency((8, Gen.Const("GET")), (1, Gen.Const("HEAD")), (1, Text));

        await Gen.Select(method, path, Query, Headers).SampleAsync(
            async (verb, where, query, headers) => Check(await _api.SendAsync(
                where.StartsWith("/videos", StringComparison.Ordinal) ? "GetVideo" : "GetResults",
                ApiRequests.Create(verb, where, query, headers))),
            iter: Requests,
            threads: 2);
    }

    [Fact]
    public async Task No_body_makes_an_upload_fail()
    {
        var path = Gen.OneOf(Gen.OneOf("/uploads", "/uploads/parts", "/uploads/complete", "/uploads/abort"), Text);
        var encoded = Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true)));

        await Gen.Select(path, Json, encoded).SampleAsync(
            async (where, body, isEncoded) =>
            {
                var request = ApiRequests.Post(where, body);
                request.IsBase64Encoded = isEncoded;
                Check(await _api.SendAsync("Upload", request));
            },
            iter: Requests,
            threads: 2);
    }

    [Fact]
    public async Task A_request_with_nothing_in_it_is_answered()
    {
        foreach (var function in (string[])["GetResults", "DeleteResults", "RequestAnalyses", "GetVideo", "Upload"])
        {
            Check(await _api.SendAsync(
                function, new APIGatewayHttpApiV2ProxyRequest { RequestContext = new() { Http = new() } }));
        }
    }

    private static void Check(ApiAnswer answer)
    {
        Assert.InRange(answer.Status, 200, 499);
        if (answer.Status >= 400)
        {
            Assert.Equal("application/problem+json", answer.Header("Content-Type"));
            Assert.StartsWith(
                "urn:videoanalysis:problem:", answer.Json.GetProperty("type").GetString(), StringComparison.Ordinal);
        }

        // What stands in a header must not be able to end it.
        Assert.DoesNotContain('\n', (answer.Header("Link") ?? "") + answer.Header("ETag") + answer.Header("Allow"));
    }
}
