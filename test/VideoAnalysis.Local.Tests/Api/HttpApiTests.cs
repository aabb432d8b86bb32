using System.Net;
using System.Text;
using System.Text.Json;

namespace VideoAnalysis.Local.Tests.Api;

public sealed class HttpApiTests
{
    public static TheoryData<string, string> Keys { get; } = new()
    {
        { "/results/film.mp4", "film.mp4" },
        { "/results/a%20b.mp4", "a b.mp4" },
        { "/results/plus+and%26.mp4", "plus+and&.mp4" },
        { "/results/plus%2Band%26.mp4", "plus+and&.mp4" },
        { "/results/100%25.mp4", "100%.mp4" },
        { "/results/100%2525.mp4", "100%25.mp4" },
        { "/results/%231,%20%5Bx%5D%20(y).mp4", "#1, [x] (y).mp4" },
        { "/results/%EC%BD%94%EB%93%9C%2F%E6%97%A5%E6%9C%AC%E8%AA%9E%20%C3%BCn%C3%AF.mp4", "코드/日本語 ünï.mp4" },
        { "/results/%EC%BD%94%EB%93%9C/%E6%97%A5%E6%9C%AC%E8%AA%9E%20%C3%BCn%C3%AF.mp4", "코드/日本語 ünï.mp4" },
        { "/results/a//b.mp4", "a//b.mp4" },
        { "/results/a/../b.mp4", "a/../b.mp4" },
        { "/results//a.mp4", "/a.mp4" },
        { "/results/a.mp4/", "a.mp4/" },
        { "http://localhost:3000/results/a%2Fb.mp4?limit=1", "a/b.mp4" },
    };

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(Keys))]
    public async Task A_key_in_the_path_is_decoded_exactly_once(string target, string key)
    {
        await using var api = await ApiHarness.StartedAsync();

        var (status, request) = await api.SendRawAsync(target);

        Assert.Equal(200, status);
        Assert.Equal(key, request.GetProperty("pathParameters").GetProperty("video").GetString());
        Assert.Equal($"/results/{key}", request.GetProperty("rawPath").GetString());
        Assert.Equal("GET /results/{video+}", request.GetProperty("routeKey").GetString());
    }

    [Fact(Timeout = 30_000)]
    public async Task An_encoded_question_mark_cuts_the_path_short_as_behind_API_Gateway()
    {
        await using var api = await ApiHarness.StartedAsync();

        var (_, request) = await api.SendRawAsync("/results/what%3F.mp4");

        Assert.Equal("what", request.GetProperty("pathParameters").GetProperty("video").GetString());
    }

    [Fact(Timeout = 30_000)]
    public async Task The_event_has_the_shape_of_payload_format_2_0()
    {
        await using var api = await ApiHarness.StartedAsync();

        var (_, request) = await api.SendRawAsync(
            "/results?status=FAILED&video=a%20b%2Bc&x=1&x=2", "X-Twice: 1", "X-Twice: 2", "Cookie: a=1; b=2",
            "User-Agent: curl/8");

        Assert.Equal("2.0", request.GetProperty("version").GetString());
        Assert.Equal("GET /results", request.GetProperty("routeKey").GetString());
        Assert.Equal("/results", request.GetProperty("rawPath").GetString());
        Assert.Equal("status=FAILED&video=a%20b%2Bc&x=1&x=2", request.GetProperty("rawQueryString").GetString());
        Assert.Equal(["a=1", "b=2"], request.GetProperty("cookies")
            .EnumerateArray().Select(cookie => cookie.GetString()));
        var query = request.GetProperty("queryStringParameters");
        Assert.Equal("a b+c", query.GetProperty("video").GetString());
        Assert.Equal("1,2", query.GetProperty("x").GetString());
        Assert.Equal("1,2", request.GetProperty("headers").GetProperty("x-twice").GetString());
        Assert.False(request.GetProperty("headers").TryGetProperty("cookie", out _));
        Assert.False(request.TryGetProperty("pathParameters", out _));
        Assert.False(request.TryGetProperty("body", out _));
        var context = request.GetProperty("requestContext");
        Assert.Equal("04/Mar/2026:05:06:07 +0000", context.GetProperty("time").GetString());
        Assert.Equal(1772600767000, context.GetProperty("timeEpoch").GetInt64());
        Assert.Equal("$default", context.GetProperty("stage").GetString());
        var http = context.GetProperty("http");
        Assert.Equal("GET", http.GetProperty("method").GetString());
        Assert.Equal("HTTP/1.1", http.GetProperty("protocol").GetString());
        Assert.Equal("127.0.0.1", http.GetProperty("sourceIp").GetString());
        Assert.Equal("curl/8", http.GetProperty("userAgent").GetString());
    }

    [Fact(Timeout = 30_000)]
    public async Task The_functions_answer_is_the_response()
    {
        await using var api = await ApiHarness.StartedAsync();
        api.Answers("GetResults", """
            {
              "statusCode": 404,
              "headers": {"Content-Type":"application/problem+json","Retry-After":"5"},
              "cookies": ["a=1","b=2"],
              "body": "{\"title\":\"ü\"}"
            }
            """);

        using var response =
            await api.Http.GetAsync(new Uri("/results/x.mp4", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter!.Delta);
        Assert.Equal(["a=1", "b=2"], response.Headers.GetValues("Set-Cookie"));
        Assert.Equal("""{"title":"ü"}""", await response.Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_binary_answer_is_decoded()
    {
        await using var api = await ApiHarness.StartedAsync();
        api.Answers("GetResults", """
            {
              "statusCode": 200,
              "headers": {"Content-Type":"text/csv","Content-Encoding":"gzip"},
              "body": "AQID",
              "isBase64Encoded": true
            }
            """);

        using var response =
            await api.Http.GetAsync(new Uri("/results", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 3], await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("gzip", response.Content.Headers.ContentEncoding.Single());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_delete_goes_to_the_function_of_its_own()
    {
        await using var api = await ApiHarness.StartedAsync();
        api.Answers("DeleteResults", """{"statusCode":204}""");

        using var response = await api.Http.DeleteAsync(
            new Uri("/results/x.mp4", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("DeleteResults", (await api.Invoker.NextCallAsync()).Function);
    }

    [Fact(Timeout = 30_000)]
    public async Task Head_goes_where_get_goes()
    {
        await using var api = await ApiHarness.StartedAsync();
        api.Answers("GetResults", """{"statusCode":200,"headers":{"ETag":"\"1\""}}""");
        using var request = new HttpRequestMessage(HttpMethod.Head, "/results/x.mp4");

        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "\"1\""), (response.StatusCode, response.Headers.ETag!.Tag));
        Assert.Equal("GetResults", (await api.Invoker.NextCallAsync()).Function);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("POST", "/results", "GET, HEAD")]
    [InlineData("PUT", "/results/x.mp4", "GET, DELETE, HEAD")]
    [InlineData("PATCH", "/results/x.mp4", "GET, DELETE, HEAD")]
    public async Task A_method_that_the_path_does_not_take_is_refused_with_those_that_it_does(
        string method, string path, string allowed)
    {
        await using var api = await ApiHarness.StartedAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(allowed, string.Join(", ", response.Content.Headers.Allow));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        using var problem =
            JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(405, problem.RootElement.GetProperty("status").GetInt32());
        Assert.False(api.Invoker.WasCalledAgain);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("/result")]
    [InlineData("/results/")]
    [InlineData("/resultsx")]
    public async Task A_path_that_no_route_has_is_not_found(string path)
    {
        await using var api = await ApiHarness.StartedAsync();

        using var response =
            await api.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("""{"message":"Not Found"}""", await response.Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_function_that_fails_is_a_500_and_the_next_request_is_answered()
    {
        await using var api = await ApiHarness.StartedAsync();
        api.Invoker.Functions["GetResults"] = (_, _) => throw new InvalidOperationException("broken");
        using var failed =
            await api.Http.GetAsync(new Uri("/results", UriKind.Relative), TestContext.Current.CancellationToken);
        api.Answers("GetResults", """{"statusCode":200,"body":"{}"}""");

        using var answered =
            await api.Http.GetAsync(new Uri("/results", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal("""{"message":"Internal Server Error"}""", await failed.Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact(Timeout = 30_000)]
    public async Task An_answer_above_six_megabytes_is_refused_as_Lambda_refuses_it()
    {
        await using var api = await ApiHarness.StartedAsync();
        api.Answers("GetResults", $$"""{"statusCode":200,"body":"{{new string('x', 6 * 1024 * 1024)}}"}""");

        using var response =
            await api.Http.GetAsync(new Uri("/results", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_function_that_takes_longer_than_thirty_seconds_is_waited_for_no_longer()
    {
        await using var api = await ApiHarness.StartedAsync();
        api.Invoker.Functions["GetResults"] = async (_, stop) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, api.Time, stop);
            return "";
        };

        var request = api.Http.GetAsync(new Uri("/results", UriKind.Relative), TestContext.Current.CancellationToken);
        await api.NextEventAsync();
        api.Time.Advance(TimeSpan.FromSeconds(30));

        using var response = await request;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("application/json", false, "{}")]
    [InlineData("application/octet-stream", true, "e30=")]
    public async Task A_body_comes_as_text_or_encoded_by_its_type(string type, bool encoded, string body)
    {
        await using var api = await ApiHarness.StartedAsync();
        api.Answers("DeleteResults", """{"statusCode":204}""");
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/results/x.mp4");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
        request.Content.Headers.ContentType = new(type);

        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var made = await api.NextEventAsync();
        Assert.Equal(body, made.GetProperty("body").GetString());
        Assert.Equal(encoded, made.GetProperty("isBase64Encoded").GetBoolean());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_body_above_ten_megabytes_is_refused()
    {
        await using var api = await ApiHarness.StartedAsync();
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/results/x.mp4");
        request.Content = new ByteArrayContent(new byte[(10 * 1024 * 1024) + 1]);

        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }
}
