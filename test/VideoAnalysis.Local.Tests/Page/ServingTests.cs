using System.Net;
using VideoAnalysis.LocalAws.Tests.Rekognition;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>How the page's files are served, here as on AWS.</summary>
[Slow]
public sealed class ServingTests : IAsyncLifetime
{
    private readonly ScriptedEngine _engine = new();
    private readonly HttpClient _http = new();
    private StackUnderTest _stack = null!;

    public async ValueTask InitializeAsync()
    {
        _stack = await StackUnderTest.StartedAsync(_engine);
        _http.BaseAddress = _stack.Api;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _stack.DisposeAsync();
        _engine.Dispose();
    }

    [Fact(Timeout = 300_000)]
    public async Task The_policy_allows_nothing_inline_and_no_other_host_than_the_bucket()
    {
        using var answer = await _http.GetAsync("/", TestContext.Current.CancellationToken);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        var allowed = policy.Split(';', StringSplitOptions.TrimEntries)
            .ToDictionary(part => part.Split(' ')[0], part => part.Split(' ')[1..]);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["'none'"], allowed["default-src"]);
        Assert.Equal(["'self'"], allowed["script-src"]);
        Assert.Equal(["'self'"], allowed["style-src"]);
        Assert.Equal(["'self'", $"{_stack.Services}videos/"], allowed["connect-src"]);
        Assert.Equal([$"{_stack.Services}videos/"], allowed["media-src"]);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Theory(Timeout = 300_000)]
    [InlineData("/", "text/html")]
    [InlineData("/page/page.js", "text/javascript")]
    [InlineData("/page/page.css", "text/css")]
    [InlineData("/page/icon.svg", "image/svg+xml")]
    public async Task A_file_has_its_type_and_is_not_sent_twice(string path, string type)
    {
        using var first = await _http.GetAsync(path, TestContext.Current.CancellationToken);
        using var again =
            new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        using var second = await _http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(type, first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact(Timeout = 300_000)]
    public async Task A_file_is_compressed_for_who_likes_that()
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Get, "/page/page.css") { Headers = { { "Accept-Encoding", "gzip" } } };

        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
    }

    [Theory(Timeout = 300_000)]
    [InlineData("/page/none.js")]
    [InlineData("/page/../openapi.yaml")]
    [InlineData("/page/%2e%2e%2fopenapi.yaml")]
    public async Task What_is_no_file_of_the_page_is_not_found(string path)
    {
        var url = new Uri(
            _stack.Api.AbsoluteUri.TrimEnd('/') + path,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

        using var answer = await _http.GetAsync(url, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }
}
