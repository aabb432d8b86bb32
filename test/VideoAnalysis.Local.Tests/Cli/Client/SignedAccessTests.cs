using Amazon.Runtime;
using VideoAnalysis.Local.Cli.Client;

namespace VideoAnalysis.Local.Tests.Cli.Client;

public sealed class SignedAccessTests
{
    public static TheoryData<string> Keys { get; } =
    [
        "film.mp4",
        "holiday/day 1.mp4",
        "100%.mp4",
        "100%25.mp4",
        "a+b&c=d.mp4",
        "#1 [x] (y)*!'.mp4",
        "코드/日本語 ünï.mp4",
        "a/../b//c?.mp4",
        "a\nb\t\"<c>.mp4",
    ];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Keys))]
    public async Task The_signature_holds_whatever_the_key(string key)
    {
        await using var server = await FakeApi.StartedAsync(wantsSignatures: true);
        using var api = Signed(server.Endpoint, FakeApi.Secret);

        await api.GetAsync(VideoAddress.Of(key, "limit=1000&format=csv"), TestContext.Current.CancellationToken);
        await api.DeleteAsync(VideoAddress.Of(key), TestContext.Current.CancellationToken);
        await api.PostAsync(
            VideoAddress.Of(key, resource: "analyses"), "{}"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Equal(3, server.Requests.Count);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("a%20b%2525%2B%23%3F.mp4")]
    [InlineData("%EC%BD%94%EB%93%9C/x.mp4?from=5&analysis=faces")]
    public async Task The_signature_holds_for_an_encoded_path_too(string path)
    {
        await using var server = await FakeApi.StartedAsync(wantsSignatures: true);
        using var api = Signed(new Uri(server.Endpoint, "/a%20stage/"), FakeApi.Secret);

        await api.GetAsync($"results/{path}", TestContext.Current.CancellationToken);

        Assert.Equal([$"GET /a%20stage/results/{path}"], server.Requests);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_token_of_temporary_credentials_is_sent_and_signed()
    {
        await using var server = await FakeApi.StartedAsync(wantsSignatures: true);
        var (token, authorization) = ("", "");
        server.Answer = context =>
        {
            (token, authorization) = (context.Request.Headers["x-amz-security-token"]
                .ToString(), context.Request.Headers.Authorization.ToString());
            return Task.CompletedTask;
        };
        var credentials = new SessionAWSCredentials(FakeApi.AccessKey, FakeApi.Secret, "a+token/==");
        using var api = new ApiClient(
            server.Endpoint, new SignedAccess(credentials, FakeApi.AccessKey, FakeApi.Region), TimeProvider.System);

        await api.GetAsync("results", TestContext.Current.CancellationToken);

        Assert.Equal("a+token/==", token);
        Assert.Contains("x-amz-security-token", authorization, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_refusal_says_which_credentials_were_shown_and_what_they_need()
    {
        await using var server = await FakeApi.StartedAsync(wantsSignatures: true);
        using var api = Signed(server.Endpoint, "another secret");

        var reading = await Assert.ThrowsAsync<ApiException>(
            () => api.GetAsync("results", TestContext.Current.CancellationToken));
        var deleting = await Assert.ThrowsAsync<ApiException>(
            () => api.DeleteAsync("results/a.mp4", TestContext.Current.CancellationToken));

        var starting = await Assert.ThrowsAsync<ApiException>(
            () => api.PostAsync("analyses/a.mp4", "{}"u8.ToArray(), TestContext.Current.CancellationToken));

        Assert.Contains("does not match", reading.Message, StringComparison.Ordinal);
        Assert.Contains(FakeApi.AccessKey, reading.Message, StringComparison.Ordinal);
        Assert.Contains("ReadResultsPolicyArn", reading.Message, StringComparison.Ordinal);
        Assert.Contains("DeleteResultsPolicyArn", deleting.Message, StringComparison.Ordinal);
        Assert.Contains("StartAnalysesPolicyArn", starting.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("another secret", reading.Message, StringComparison.Ordinal);
    }

    private static ApiClient Signed(Uri endpoint, string secret) => new(
        endpoint,
        new SignedAccess(new BasicAWSCredentials(FakeApi.AccessKey, secret), FakeApi.AccessKey, FakeApi.Region),
        TimeProvider.System);
}
