using System.Reflection;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.TestUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Announcing;
using VideoAnalysis.Backlog;
using VideoAnalysis.Collecting;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Engine;
using VideoAnalysis.Functions.Diagnostics;
using VideoAnalysis.Functions.Events;
using VideoAnalysis.Functions.Media;
using VideoAnalysis.Functions.Page;
using VideoAnalysis.Functions.Tests.Api;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Starting;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Stores;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Tests.Events;

/// <summary>The functions as they are deployed, behind the Lambda serializer, over fakes of the services.</summary>
internal sealed class EventSystem : IDisposable
{
    /// <summary>The job that the sample events tell of.</summary>
    public const string JobId = "cd7fc2153af47eb37b593ffa3bce9ae2307f18027ea3a09148da80ced8fa2e0c";

    private static readonly EventSerializer Serializer = new();
    private readonly ServiceProvider _services;

    public EventSystem()
    {
        // The sample events are of that day.
        Clock = new FakeTimeProvider(new(2026, 3, 14, 9, 35, 0, TimeSpan.Zero));
        Store = new(Clock);
        _services = new ServiceCollection()
            .AddSingleton<IResultStore>(Store)
            .AddSingleton<IVideoAnalyzer>(Engine)
            .AddSingleton<IAnalysisSource>(Engine)
            .AddSingleton<IBacklog>(Backlog)
            .AddSingleton<IAnnouncements>(new FakeAnnouncements())
            .AddSingleton<IContinuation>(new FakeContinuation())
            .AddSingleton<IVideoCatalog>(Catalog)
            .AddSingleton<IPersonRegister>(Persons)
            .AddSingleton(_ => new VideoBucket(S3.CreateClient(), "videos", TimeProvider.System))
            .AddSingleton(new PageApi(new("https://s3.test/videos/"), ["faces"]))
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(
                provider => new EmbeddedMetrics(provider.GetRequiredService<AnalysisMetrics>(), Clock, Stream.Null))
            .AddVideoAnalysisFunctions(_ => null)
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; }

    public InMemoryResultStore Store { get; }

    public OneJobEngine Engine { get; } = new(JobId);

    public FakeBacklog Backlog { get; } = new();

    public AnalysisStarter Starter => _services.GetRequiredService<AnalysisStarter>();

    public FakeCatalog Catalog { get; } = new();

    public FakePersonRegister Persons { get; } = new();

    public CannedS3 S3 { get; } = new("astronaut.mp4");

    /// <summary>The names of all functions.</summary>
    public static IEnumerable<string> Functions => Handlers.Select(handler => handler.Name);

    private static IEnumerable<MethodInfo> Handlers => typeof(Startup).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<LambdaFunctionAttribute>() is not null);

    /// <summary>The stored job of a key.</summary>
    public Task<AnalysisJob?> JobAsync(string key, string analysis = "faces") =>
        Store.FindJobAsync(key, analysis, CancellationToken.None);

    /// <summary>Invokes a function with an event from <c>events/</c>.</summary>
    /// <returns>What it answers, as JSON; empty if it answers nothing.</returns>
    public async Task<string> DeliverAsync(string function, string file)
    {
        var method = Handlers.Single(handler => handler.Name == function);
        await using var json = File.OpenRead(RepositoryFile.Path("events", file));
        var input = Generic(nameof(Read), method.GetParameters()[0].ParameterType).Invoke(null, [json]);
        var context = new TestLambdaContext { AwsRequestId = "1f2e3d4c", RemainingTime = TimeSpan.FromMinutes(1) };

        var running = (Task)method.Invoke(_services.GetRequiredService(method.DeclaringType!), [input, context])!;
        await running;

        return method.ReturnType is { IsGenericType: true, GenericTypeArguments: [var type] }
            ? (string)Generic(nameof(Write), type)
                .Invoke(null, [running.GetType().GetProperty("Result")!.GetValue(running)])!
            : "";
    }

    public void Dispose()
    {
        _services.Dispose();
        S3.Dispose();
    }

    private static MethodInfo Generic(string name, Type type) =>
        typeof(EventSystem).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);

    private static T Read<T>(Stream json) => Serializer.Deserialize<T>(json);

    private static string Write<T>(T answer)
    {
        using var json = new MemoryStream();
        Serializer.Serialize(answer, json);
        return System.Text.Encoding.UTF8.GetString(json.ToArray());
    }
}
