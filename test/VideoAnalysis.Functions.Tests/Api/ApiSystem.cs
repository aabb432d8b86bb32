using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.TestUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Announcing;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Functions.Diagnostics;
using VideoAnalysis.Functions.Events;
using VideoAnalysis.Functions.Media;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Samples;

namespace VideoAnalysis.Functions.Tests.Api;

/// <summary>
/// The functions behind the HTTP API: requests and answers go through the Lambda serializer, as they do deployed.
/// </summary>
internal sealed class ApiSystem : IDisposable
{
    private static readonly SourceGeneratorLambdaJsonSerializer<EventJson> Serializer = new();
    private readonly ServiceProvider _services;

    public ApiSystem(IAnalysisProgress? progress = null)
    {
        var services = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<TimeProvider>(Domain.Clock)
            .AddSingleton(Domain.Store)
            .AddSingleton(Analyses)
            .AddSingleton(provider => new EmbeddedMetrics(
                provider.GetRequiredService<AnalysisMetrics>(), Domain.Clock, Stream.Null))

            // The SDK signs by the system's clock.
            .AddSingleton(_ => new VideoBucket(S3.CreateClient(), "videos", TimeProvider.System))
            .AddSingleton<IPersonRegister>(Persons)
            .AddSingleton(Domain.OnDemand)
            .AddSingleton<IAnnouncements>(Domain.Announcements);
        if (progress is not null)
        {
            services.AddSingleton(progress);
        }

        _services = services.AddVideoAnalysisFunctions(_ => null).BuildServiceProvider();
    }

    /// <summary>All analyses, of which every upload gets faces.</summary>
    private static AnalysisRegistry Analyses { get; } =
        new(AnalysisSamples.Registry.All) { OnUpload = [AnalysisSamples.Registry.Default] };

    /// <summary>What lies behind the API.</summary>
    public TestSystem Domain { get; } = new(analyses: Analyses);

    /// <summary>Who is known.</summary>
    public FakePersonRegister Persons { get; } = new();

    /// <summary>The S3 that playback and uploads go to.</summary>
    public CannedS3 S3 { get; } = new("film.mp4");

    /// <summary>Has a video analysed.</summary>
    public async Task AnalyseAsync(IReadOnlyList<FaceDetection> faces, string key = "film.mp4", int sequencer = 1)
    {
        await Domain.UploadAsync(Some.Upload(key, sequencer));
        var jobId = Domain.Engine.Running[^1];
        Domain.Engine.Succeed(jobId, faces);
        await Domain.CompleteAsync(jobId);
    }

    /// <summary>Has a video analysed for what is no face.</summary>
    public async Task AnalyseAsync(string analysis, IReadOnlyList<Detection> detections)
    {
        await Domain.Starter.StartAsync(Some.Upload(), Analyses.Find(analysis)!, CancellationToken.None);
        var jobId = Domain.Engine.Running[^1];
        Domain.Engine.Succeed(jobId, detections);
        await Domain.CompleteAsync(jobId);
    }

    /// <summary>GETs a path of the API; a query is as it would stand in the address.</summary>
    public Task<ApiAnswer> GetAsync(
        string path, string query = "", params IReadOnlyList<(string Name, string Value)> headers) =>
        SendAsync("GetResults", ApiRequests.Get(path, query, headers));

    /// <summary>POSTs JSON to a path of the API.</summary>
    public Task<ApiAnswer> PostAsync(string path, string body) => SendAsync("Upload", ApiRequests.Post(path, body));

    /// <summary>Invokes a function.</summary>
    public async Task<ApiAnswer> SendAsync(string function, APIGatewayHttpApiV2ProxyRequest request)
    {
        var received = Through(request);
        var context = new TestLambdaContext { AwsRequestId = "1f2e3d4c", RemainingTime = TimeSpan.FromSeconds(29) };
        var results = _services.GetRequiredService<ResultFunctions>();
        var analyses = _services.GetRequiredService<AnalysisFunctions>();
        var persons = _services.GetRequiredService<PersonFunctions>();
        var media = _services.GetRequiredService<MediaFunctions>();
        var answer = await (function switch
        {
            "GetResults" => results.GetResults(received, context),
            "DeleteResults" => _services.GetRequiredService<RemovalFunctions>().DeleteResults(received, context),
            "RequestAnalyses" => analyses.RequestAnalyses(received, context),
            "ManagePersons" => persons.ManagePersons(received, context),
            "GetVideo" => media.GetVideo(received, context),
            "Upload" => media.Upload(received, context),
            _ => throw new ArgumentException($"There is no function {function}.", nameof(function)),
        });
        using var json = new MemoryStream();
        Serializer.Serialize(answer, json);
        return new(JsonDocument.Parse(json.ToArray()).RootElement, json.Length);
    }

    public void Dispose()
    {
        _services.Dispose();
        Domain.Dispose();
        S3.Dispose();
    }

    private static APIGatewayHttpApiV2ProxyRequest Through(APIGatewayHttpApiV2ProxyRequest request)
    {
        using var json = new MemoryStream(ApiRequests.ToJson(request));
        return Serializer.Deserialize<APIGatewayHttpApiV2ProxyRequest>(json);
    }
}
