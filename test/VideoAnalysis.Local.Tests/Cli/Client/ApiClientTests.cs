using System.Net;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Tests.Cli.Remote;

namespace VideoAnalysis.Local.Tests.Cli.Client;

public sealed class ApiClientTests
{
    [Fact(Timeout = 60_000)]
    public async Task The_detail_of_a_problem_document_is_told_without_control_characters()
    {
        await using var server = await FakeApi.StartedAsync();
        server.Answers(400, """{"title":"A parameter is not valid.","status":400""" +
            ""","detail":"The parameter \"from\" is \"\u001b[31m\"."}""");

        var error = await FailureAsync(server.Endpoint, new OpenAccess());

        Assert.Equal("The parameter \"from\" is \"\uFFFD[31m\".", error.Message);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_no_problem_document_is_told_by_its_status()
    {
        await using var server = await FakeApi.StartedAsync();
        server.Answers(418, "<html>teapot</html>");

        var error = await FailureAsync(server.Endpoint, new OpenAccess());

        Assert.Contains("418", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("html", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_path_that_leads_nowhere_is_not_taken_for_a_video_that_is_not_known()
    {
        await using var server = await FakeApi.StartedAsync();
        server.Answers(404, """{"message":"Not Found"}""");

        var error = await FailureAsync(server.Endpoint, new OpenAccess());

        Assert.False(error.IsVideoUnknown);
        Assert.Contains("Is it the API of a video analysis?", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_refused_token_is_told_of_as_such()
    {
        await using var server = await FakeApi.StartedAsync();
        var authorization = "";
        server.Answer = context =>
        {
            (authorization, context.Response.StatusCode) = (context.Request.Headers.Authorization.ToString(), 401);
            return Task.CompletedTask;
        };

        var error = await FailureAsync(server.Endpoint, new TokenAccess("a.b.c"));

        Assert.Equal("Bearer a.b.c", authorization);
        Assert.Contains("JwtIssuer", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a.b.c", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_unsigned_request_that_is_refused_names_the_options_that_sign()
    {
        await using var server = await FakeApi.StartedAsync(wantsSignatures: true);

        var error = await FailureAsync(server.Endpoint, new OpenAccess());

        Assert.Contains("--sign", error.Message, StringComparison.Ordinal);
        Assert.Contains("--token", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Where_nothing_listens_on_this_machine_the_local_stack_is_asked_for()
    {
        Uri endpoint;
        await using (var server = await FakeApi.StartedAsync())
        {
            endpoint = server.Endpoint;
        }

        var error = await FailureAsync(endpoint, new OpenAccess());

        Assert.Contains("./videoanalysis up", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_connection_that_cannot_be_secured_says_so()
    {
        await using var server = await FakeApi.StartedAsync();

        var error = await FailureAsync(new UriBuilder(server.Endpoint) { Scheme = "https" }.Uri, new OpenAccess());

        Assert.Contains("secure connection", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_redirection_is_not_followed()
    {
        await using var server = await FakeApi.StartedAsync();
        await using var other = await FakeApi.StartedAsync();
        server.Answers(302, "", ("Location", other.Endpoint.AbsoluteUri));

        var error = await FailureAsync(server.Endpoint, new TokenAccess("a.b.c"));

        Assert.Contains("--endpoint", error.Message, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_next_page_elsewhere_is_not_asked_for()
    {
        await using var server = await FakeApi.StartedAsync();
        server.Answers(200, "{}", ("Link", "<https://example.com/results?next=1>; rel=\"next\""));
        using var api = new ApiClient(server.Endpoint, new OpenAccess(), TimeProvider.System);

        var answer = await api.GetAsync("results", TestContext.Current.CancellationToken);

        Assert.Throws<ApiException>(() => answer.Next);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_busy_API_is_asked_again_when_it_says()
    {
        await using var server = await FakeApi.StartedAsync();
        server.AnswersInTurn((429, "", [("Retry-After", "7")]), (200, "{}", []));
        var time = new SkippedTime();
        using var api = new ApiClient(server.Endpoint, new OpenAccess(), time);

        await api.GetAsync("results", TestContext.Current.CancellationToken);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal([7], time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_API_that_stays_busy_is_given_up()
    {
        await using var server = await FakeApi.StartedAsync();
        server.Answers(503, """{"message":"Service Unavailable"}""", ("Retry-After", "0"));

        var error = await FailureAsync(server.Endpoint, new OpenAccess());

        Assert.Contains("503 Service Unavailable", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, server.Requests.Count);
    }

    private static async Task<ApiException> FailureAsync(Uri endpoint, ApiAccess access)
    {
        using var api = new ApiClient(endpoint, access, TimeProvider.System);
        return await Assert.ThrowsAsync<ApiException>(
            () => api.GetAsync("results", TestContext.Current.CancellationToken));
    }
}
