using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace VideoAnalysis.Local.Tests.Cli.Client;

/// <summary>
/// An API on a port of its own, that answers what the test says, and checks signatures if the test wants.
/// </summary>
internal sealed class FakeApi : IAsyncDisposable
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    public const string Region = "eu-west-1";

    private readonly WebApplication _app;

    private FakeApi()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrelOnAnyPort();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>The address.</summary>
    public Uri Endpoint => new(_app.Urls.Single());

    /// <summary>Whether a request must be signed for execute-api in <see cref="Region"/>.</summary>
    public bool WantsSignatures { get; set; }

    /// <summary>Answers a request.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context => context.Response.WriteAsync("{}");

    /// <summary>What was asked: the method, and the target as it came on the wire.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static async Task<FakeApi> StartedAsync(bool wantsSignatures = false)
    {
        var api = new FakeApi { WantsSignatures = wantsSignatures };
        await api._app.StartAsync(TestContext.Current.CancellationToken);
        return api;
    }

    /// <summary>Answers with a status, a body and headers, whatever is asked.</summary>
    public void Answers(int status, string body = "", params (string Name, string Value)[] headers) =>
        Answer = context => WriteAsync(context, status, body, headers);

    /// <summary>Answers one request after the other, and the last ones with the last answer.</summary>
    public void AnswersInTurn(params (int Status, string Body, (string Name, string Value)[] Headers)[] answers)
    {
        var turn = 0;
        Answer = context =>
        {
            var (status, body, headers) = answers[Math.Min(Interlocked.Increment(ref turn), answers.Length) - 1];
            return WriteAsync(context, status, body, headers);
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        context.Request.Body = body;
        Requests.Enqueue(
            $"{context.Request.Method} {context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget}");
        var problem = WantsSignatures
            ? SigV4.ProblemOf(
                context.Request, body.ToArray(), AccessKey, Secret, Region, TimeProvider.System.GetUtcNow())
            : null;
        await (problem is null ? Answer(context) : WriteAsync(context, 403, $$"""{"message":"{{problem}}"}"""));
    }

    private static Task WriteAsync(
        HttpContext context, int status, string body, params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsync(body);
    }
}
