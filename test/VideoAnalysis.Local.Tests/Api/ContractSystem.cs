using System.Net;
using System.Text;
using System.Text.Json;
using System.Web;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.TestUtilities;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Announcing;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Functions;
using VideoAnalysis.Functions.Diagnostics;
using VideoAnalysis.Functions.Events;
using VideoAnalysis.Functions.Media;
using VideoAnalysis.Functions.S3;
using VideoAnalysis.Jobs;
using VideoAnalysis.Local.Api;
using VideoAnalysis.Local.Hosting;
using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.LocalAws.Tests.S3;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Weather;

namespace VideoAnalysis.Local.Tests.Api;

/// <summary>
/// The HTTP API on a port, in front of the deployed handlers, a real S3 endpoint, and a store that can be made to
/// fail. Records every exchange.
/// </summary>
internal sealed class ContractSystem : IAsyncDisposable, IFunctionInvoker, IAnalysisProgress
{
    private readonly SourceGeneratorLambdaJsonSerializer<EventJson> _serializer = new();
    private readonly LocalS3 _s3;
    private readonly ServiceProvider _services;
    private readonly WebApplication _app;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AutomaticDecompression =
        DecompressionMethods.All }) { Timeout = TimeSpan.FromSeconds(20) };

    private ContractSystem(LocalS3 s3, AnalysisRegistry? analyses)
    {
        _s3 = s3;
        Domain = new(analyses: analyses);
        _services = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<TimeProvider>(Domain.Clock)
            .AddSingleton(Domain.Store)
            .AddSingleton(analyses ?? new AnalysisRegistry(Domain.Faces, new WeatherAnalysis()))
            .AddSingleton(provider => new EmbeddedMetrics(
                provider.GetRequiredService<AnalysisMetrics>(), Domain.Clock, Stream.Null))
            .AddSingleton(_ => new VideoBucket(CreateS3Client(), LocalS3.Bucket, TimeProvider.System))
            .AddSingleton<IPersonRegister>(Persons)
            .AddSingleton<IAnalysisProgress>(this)
            .AddSingleton(Domain.OnDemand)
            .AddSingleton<IAnnouncements>(Domain.Announcements)
            .AddVideoAnalysisFunctions(_ => null)
            .BuildServiceProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrelOnAnyPort();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(new HttpApi(ApiRoutes.All, this, TimeProvider.System, NullLogger<HttpApi>.Instance).InvokeAsync);
    }

    /// <summary>The domain behind the handlers.</summary>
    public TestSystem Domain { get; }

    /// <summary>Who is known.</summary>
    public FakePersonRegister Persons { get; } = new();

    /// <summary>Where the API is.</summary>
    public Uri Address => _http.BaseAddress!;

    /// <summary>What was exchanged so far.</summary>
    public List<Exchange> Exchanges { get; } = [];

    /// <summary>How long the functions have for an invocation.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(29);

    /// <summary>What every call to the store or to S3 throws; null for nothing.</summary>
    public Func<Exception>? Fault { get; set; }

    /// <summary>Starts it.</summary>
    /// <param name="analyses">
    /// The analyses of every upload; faces by default, and a made-up one can be asked for.
    /// </param>
    public static async Task<ContractSystem> StartAsync(AnalysisRegistry? analyses = null)
    {
        var system = new ContractSystem(await LocalS3.StartAsync(new() { Buckets = [LocalS3.Bucket] }), analyses);
        await system._app.StartAsync(TestContext.Current.CancellationToken);
        system._http.BaseAddress = new Uri(system._app.Urls.Single());
        system.Domain.Memory.BeforeCall = _ => system.Fail();
        system.Persons.Fault = () => system.Fault?.Invoke();
        return system;
    }

    /// <summary>Calls an operation of the API with a real client.</summary>
    /// <param name="operation">The operation, as in <c>GET /results/{video}</c>.</param>
    /// <param name="target">The path and the query.</param>
    /// <param name="body">The JSON to send; null for none.</param>
    /// <param name="contentType">Its type.</param>
    /// <param name="headers">Headers to send.</param>
    public async Task<Exchange> CallAsync(
        string operation,
        string target,
        string? body = null,
        string contentType = "application/json",
        params IReadOnlyList<(string Name, string Value)> headers)
    {
        using var request =
            new HttpRequestMessage(new HttpMethod(operation.Split(' ')[0]), new Uri(target, UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, contentType);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var query = HttpUtility.ParseQueryString(target.Contains(
            '?', StringComparison.Ordinal) ? target[target.IndexOf('?', StringComparison.Ordinal)..] : "");
        var exchange = new Exchange(
            operation,
            query.AllKeys.OfType<string>().ToDictionary(name => name, name => query[name]!),
            body is not null && contentType == "application/json" && (int)response.StatusCode < 300
                ? JsonDocument.Parse(body).RootElement : null,
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            response.Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value)),
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Exchanges.Add(exchange);
        return exchange;
    }

    /// <summary>Sends bytes to a presigned address, as a browser would.</summary>
    /// <returns>The answer's ETag.</returns>
    public async Task<string> PutAsync(string url, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        using var response = await _http.PutAsync(new Uri(url), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.ETag!.Tag;
    }

    /// <summary>Reads bytes from a presigned address, as a browser would.</summary>
    public Task<byte[]> ReadAsync(string url) =>
        _http.GetByteArrayAsync(new Uri(url), TestContext.Current.CancellationToken);

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> InvokeAsync(
        string function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        using var input = new MemoryStream(payload.ToArray());
        using var answer = new MemoryStream();
        var context = new TestLambdaContext { AwsRequestId = "1f2e3d4c", RemainingTime = TimeLimit };
        await LocalFunctions.All[function].Handler(_services, _serializer, input, answer, context);
        return answer.ToArray();
    }

    /// <inheritdoc/>
    public int? PercentOf(string jobId) => 40;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await _services.DisposeAsync();
        await _s3.DisposeAsync();
        Domain.Dispose();
    }

    private void Fail()
    {
        if (Fault is { } fault)
        {
            throw fault();
        }
    }

    private AmazonS3Client CreateS3Client()
    {
        var config = S3Clients.Configured();
        (config.ServiceURL, config.AuthenticationRegion, config.MaxErrorRetry) =
            (_s3.Address.ToString(), "us-east-1", 0);
        return new(new FailingCredentials(Fail), config);
    }

    /// <summary>Every call to S3 asks for credentials, and so does every presigned address.</summary>
    private sealed class FailingCredentials(Action fail) : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials()
        {
            fail();
            return new("local", "local", null);
        }
    }
}
