using Microsoft.Extensions.Logging.Console;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Engine;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Functions.DynamoDb;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Local.Announcing;
using VideoAnalysis.Local.Api;
using VideoAnalysis.Local.Results;
using VideoAnalysis.LocalAws;
using VideoAnalysis.LocalAws.Browsers;
using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.LocalAws.Port;
using VideoAnalysis.LocalAws.Rekognition;
using VideoAnalysis.LocalAws.Rekognition.Collections;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoAnalysis.LocalAws.S3;
using VideoAnalysis.LocalAws.Sqs;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.Local.Hosting;

/// <summary>The whole system on one machine, running.</summary>
internal sealed class LocalStack : IAsyncDisposable
{
    /// <summary>How long what is under way may take to come to a safe place when the stack is stopped.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(10);

    private readonly WebApplication _app;

    private LocalStack(WebApplication app) => _app = app;

    /// <summary>S3 and Rekognition, as this machine reaches them.</summary>
    public Uri Services => Endpoints.Services;

    /// <summary>The HTTP API, as this machine reaches it.</summary>
    public Uri Api => Endpoints.Api;

    /// <summary>How far the jobs are.</summary>
    public JobProgressBoard Progress => _app.Services.GetRequiredService<JobProgressBoard>();

    /// <summary>The names of the analyses that every upload gets.</summary>
    public IReadOnlyList<string> Analyses =>
        [.. _app.Services.GetRequiredService<RekognitionCatalog>().Analyses.OnUpload.Select(analysis => analysis.Name)];

    private LocalEndpoints Endpoints => _app.Services.GetRequiredService<LocalEndpoints>();

    /// <summary>Starts it, and what was left unfinished goes on.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="configure">Replaces parts of it; for tests and simulations.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalStackException">The stack cannot start with these options.</exception>
    /// <exception cref="DataFolderInUseException">Another process uses the data folder.</exception>
    public static async Task<LocalStack> StartAsync(
        LocalStackOptions options,
        Action<IServiceCollection>? configure = null,
        CancellationToken cancellationToken = default)
    {
        var servicesPort = new LocalPort("--port-s3", options.ServicesPort);
        var apiPort = new LocalPort("--port-api", options.ApiPort);
        var app = Build(options, servicesPort, apiPort, configure);
        var stack = new LocalStack(app);
        try
        {
            await PrepareAsync(app, options, cancellationToken);
            Route(app, apiPort, options);
            await app.StartAsync(cancellationToken);
            stack.Endpoints.Set(servicesPort.Url, apiPort.Url);
            return stack;
        }
        catch (Exception e)
        {
            await stack.DisposeAsync();
            throw StartFailure.Explain(e, options, servicesPort, apiPort);
        }
    }

    /// <summary>Waits until it is stopped, or stops by itself because a part of it has failed.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) =>
        _app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops it. What is unfinished goes on with the next start on the same data folder.</summary>
    public async ValueTask DisposeAsync()
    {
        using var timeout = new CancellationTokenSource(ShutdownTimeout, TimeProvider.System);
        await _app.StopAsync(timeout.Token);
        await _app.DisposeAsync();
    }

    private static WebApplication Build(
        LocalStackOptions options, LocalPort servicesPort, LocalPort apiPort, Action<IServiceCollection>? configure)
    {
        // Empty: no configuration file or variable of ASP.NET Core's may reconfigure the stack from outside.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;

            // S3's own limit is checked where the body is read, and so are the others'.
            server.Limits.MaxRequestBodySize = null;
            server.Limits.MaxConcurrentConnections = 8 * ConnectionLimit.Default;
            servicesPort.ListenOn(server, options.Listen);
            apiPort.ListenOn(server, options.Listen);
        });
        AddLogging(builder.Logging, options);
        AddServices(builder.Services, options);
        configure?.Invoke(builder.Services);
        return builder.Build();
    }

    private static void Route(WebApplication app, LocalPort apiPort, LocalStackOptions options)
    {
        var services = app.Services.GetRequiredService<ServicesPort>();
        var api = app.Services.GetRequiredService<HttpApi>();
        var hosts = new HostNames([$"{options.Listen}", .. options.AllowedHosts]);
        app.Run(context => !hosts.Allows(context.Request.Host) ? HostNames.RefuseAsync(context)
            : apiPort.Received(context) ? api.InvokeAsync(context)
            : services.HandleAsync(context));
    }

    private static void AddLogging(ILoggingBuilder logging, LocalStackOptions options)
    {
        logging.SetMinimumLevel(options.LogLevel);
        logging.AddFilter("Microsoft", options.LogLevel > LogLevel.Warning ? options.LogLevel : LogLevel.Warning);

        // Why the stack does not start is told to whoever starts it, in better words.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        logging.AddConsole(console => console.FormatterName = PlainConsoleFormatter.FormatterName);
        logging.AddConsoleFormatter<PlainConsoleFormatter, ConsoleFormatterOptions>();
        logging.Services.Configure<ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddServices(IServiceCollection services, LocalStackOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<IHostLifetime, QuietLifetime>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        services.AddLocalStorage(options.DataFolder);
        services.AddLocalDelivery(new()
        {
            Functions = new Dictionary<string, DeliveryOptions> { [LocalNames.Announcements] = Webhook.Delivery },
        });
        var endpoints = new LocalEndpoints(options.AllowedOrigins);
        services.AddSingleton(endpoints);
        services.AddLocalS3(new()
        {
            Buckets = [LocalNames.Bucket],
            Region = LocalNames.Region,
            AllowedOrigins = endpoints.Origins,
            NotifiedBucket = LocalNames.Bucket,
        });
        services.AddSingleton(ResultsSchema.Part);
        services.AddLocalRekognition(options.Rekognition);
        services.AddSingleton<SqsEndpoint>();
        services.AddSingleton<ServicesPort>();
        services.AddSingleton<IJobObjects, StoredVideos>();
        services.AddVideoEngine();
        services.AddSingleton(provider => LocalCatalog.Create(
            options, provider.GetRequiredService<IVideoEngine>(), provider.GetServices<RekognitionCalls>()));
        services.AddSingleton(provider => new Webhook(
            options.Webhook,
            provider.GetRequiredService<DataFolder>(),
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<FunctionComposition>();
        services.AddSingleton<LocalFunctions>();
        services.AddSingleton<IFunctionInvoker>(provider => provider.GetRequiredService<LocalFunctions>());
        services.AddHostedService<ReconcileSchedule>();
        services.AddSingleton(ApiRoutes.All);
        services.AddSingleton<HttpApi>();
    }

    // What can be wrong with the machine is found before anything is promised.
    private static async Task PrepareAsync(
        WebApplication app, LocalStackOptions options, CancellationToken cancellationToken)
    {
        app.Services.GetRequiredService<LocalDatabase>();
        app.Services.GetRequiredService<RekognitionCatalog>();
        app.Services.GetRequiredService<Webhook>().Prepare();
        await FfmpegTools.FindAsync(cancellationToken);
        await app.Services.GetRequiredService<FaceCollections>().CreateAsync(
            LocalNames.Collection, app.Services.GetRequiredService<IFaceIndexer>().ModelVersion, cancellationToken);
        if (options.DynamoDb is { } url)
        {
            using var client = FunctionComposition.DynamoDb(url);
            await DynamoDbTable.EnsureCreatedAsync(
                client, LocalNames.Table, app.Services.GetRequiredService<TimeProvider>(), cancellationToken);
        }
    }
}
