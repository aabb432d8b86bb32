using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Jobs;
using VideoAnalysis.Local.Results;
using VideoAnalysis.Local.Tests.Weather;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.LocalAws.Tests.Rekognition;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Weather;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>
/// 5,000 videos in a hundred folders, written where the stack finds them: every tenth has a forecast, and one failed.
/// </summary>
public sealed class LargeLibrary : IAsyncLifetime
{
    public const int Count = 5_000;
    public const string Failed = "archive/cam-07/0007.mp4";
    public const string Reason = "The file is no video.";

    private readonly ScriptedEngine _engine = LocalWeather.Engine();

    internal StackUnderTest Stack { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Stack = await StackUnderTest.StartedAsync(_engine, LocalWeather.AddTo, SeedAsync);

    public async ValueTask DisposeAsync()
    {
        await Stack.DisposeAsync();
        _engine.Dispose();
    }

    private static async Task SeedAsync(string folder)
    {
        using var data = DataFolder.Open(folder);
        using var database = new LocalDatabase(data, [ResultsSchema.Part]);
        var faces = new FaceAnalysis(FaceAttributes.Default);
        var weather = new WeatherAnalysis();
        var store = new SqliteResultStore(database, new(faces, weather), TimeProvider.System);
        for (var i = 0; i < Count; i++)
        {
            var upload = Some.Upload($"archive/cam-{i % 100:00}/{i:0000}.mp4", i + 1);
            var job = new AnalysisJob
            {
                Upload = upload,
                Analysis = faces.Name,
                Token = ClientRequestToken.For(upload, faces),
                Status = upload.Video.Key == Failed ? JobStatus.Failed : JobStatus.Succeeded,
                Reason = upload.Video.Key == Failed ? Reason : null,
                CreatedAt = upload.EventTime,
            };
            await store.TrySaveJobAsync(job, CancellationToken.None);
            if (i % 10 == 0)
            {
                var forecast = job with { Analysis = weather.Name, Token = ClientRequestToken.For(upload, weather) };
                await store.TrySaveJobAsync(forecast, CancellationToken.None);
            }
        }
    }
}
