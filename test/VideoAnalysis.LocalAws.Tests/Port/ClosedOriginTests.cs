using VideoAnalysis.LocalAws.Browsers;
using Microsoft.AspNetCore.Http;

namespace VideoAnalysis.LocalAws.Tests.Port;

/// <summary>What keeps pages of other origins out. A real browser tries it in CrossOriginTests.</summary>
public sealed class ClosedOriginTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Requests => new()
    {
        { "GET", "/videos/film.mp4", "" },
        { "GET", "/videos/none.mp4", "" },
        { "GET", "/videos?list-type=2", "" },
        { "PUT", "/videos/film.mp4", "" },
        { "DELETE", "/videos/film.mp4", "" },
        { "OPTIONS", "/videos/film.mp4", "" },
        { "POST", "/", "AmazonSQS.SendMessage" },
        { "POST", "/", "RekognitionService.StartFaceDetection" },
        { "POST", "/", "DynamoDB_20120810.ListTables" },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Requests))]
    public async Task No_service_answers_a_foreign_origin_and_every_answer_closes_its_own(
        string method, string path, string target)
    {
        await using var port = await PortHarness.StartAsync();
        foreach (var origin in (string[])["https://evil.example", "null",
            port.Address.GetLeftPart(UriPartial.Authority)])
        {
            using var response = await SendAsync(port, method, path, target, ("Origin", origin));

            Assert.InRange((int)response.StatusCode, 400, 403);
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.StartsWith(
                "sandbox", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        }

        Assert.Equal([1, 2, 3], await port.Http.GetByteArrayAsync(new Uri(port.Address, "videos/film.mp4"), Token));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("cross-site", "no-cors", "video", 403)]
    [InlineData("same-site", "no-cors", "image", 403)]
    [InlineData("cross-site", "navigate", "iframe", 403)]
    [InlineData("cross-site", "navigate", "document", 200)]
    [InlineData("none", "navigate", "document", 200)]
    public async Task A_page_cannot_embed_an_object_but_a_person_can_open_one(
        string site, string mode, string destination, int status)
    {
        await using var port = await PortHarness.StartAsync();

        using var response = await SendAsync(
            port, "GET", "/videos/film.mp4", "", ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode),
            ("Sec-Fetch-Dest", destination));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("sandbox; frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_refusal_names_the_option_that_lets_a_page_in()
    {
        await using var port = await PortHarness.StartAsync();

        using var response = await SendAsync(port, "PUT", "/videos/a.txt", "", ("Origin", "http://localhost:5173"));

        Assert.Contains("--allow-origin http://localhost:5173", await response.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("PUT", "", 200)]
    [InlineData("GET", "", 200)]
    [InlineData("DELETE", "", 403)]
    [InlineData("OPTIONS", "PUT", 200)]
    [InlineData("OPTIONS", "DELETE", 403)]
    public async Task A_page_that_is_let_in_may_do_what_the_deployed_bucket_lets_it(
        string method, string asked, int status)
    {
        await using var port = await PortHarness.StartAsync();

        using var response = await SendAsync(
            port, method, "/videos/film.mp4", "", ("Origin", "http://localhost:3000"),
            ("Access-Control-Request-Method", asked));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200, response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("videos.localhost", true)]
    [InlineData("127.0.0.1:4566", true)]
    [InlineData("192.168.1.7:4566", true)]
    [InlineData("[::1]:4566", true)]
    [InlineData("", true)]
    [InlineData("host.docker.internal:4566", true)]
    [InlineData("videos.example:4566", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    public void The_stack_answers_to_the_names_of_its_machine(string host, bool isAllowed) =>
        Assert.Equal(isAllowed, new HostNames(["videos.example"]).Allows(new HostString(host)));

    private static async Task<HttpResponseMessage> SendAsync(
        PortHarness port, string method, string path, string target, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(port.Address, path));
        request.Content = method is "PUT" or "POST" ? new StringContent("{}") : null;
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target.Length == 0 ? [] : [target]);
        foreach (var (name, value) in headers.Where(header => header.Value.Length > 0))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await port.Http.SendAsync(request, Token);
    }
}
