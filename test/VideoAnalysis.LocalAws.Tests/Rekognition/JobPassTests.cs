using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
using FaceAttributes = Amazon.Rekognition.FaceAttributes;

namespace VideoAnalysis.LocalAws.Tests.Rekognition;

/// <summary>Jobs of one video are worked on together, and end each on its own.</summary>
public sealed class JobPassTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task Jobs_of_one_video_that_wait_together_are_one_decoding()
    {
        await using var rekognition = await BusyAsync();
        var faces = await rekognition.StartJobAsync();
        var scenes = await ScenesAsync(rekognition);

        var statuses = await EndAsync(rekognition, 3);

        Assert.Equal(2, rekognition.Engine.Opened);
        Assert.Equal([new FaceRequest(false), new SceneRequest("GOOD")], rekognition.Engine.Passes.Last());
        Assert.Equal(("SUCCEEDED", "SUCCEEDED"), (statuses[faces], statuses[scenes]));
        Assert.Equal(4, (await rekognition.GetAsync(faces)).Faces.Count);
        Assert.Equal(4, (await ScenesOfAsync(rekognition, scenes)).GetProperty("Scenes").GetArrayLength());
    }

    [Fact(Timeout = 30_000)]
    public async Task Jobs_that_ask_for_the_same_share_what_is_found()
    {
        await using var rekognition = await BusyAsync();
        var one = await rekognition.StartJobAsync();
        var other = await rekognition.StartJobAsync();

        await EndAsync(rekognition, 3);

        Assert.Equal([new FaceRequest(false)], rekognition.Engine.Passes.Last());
        Assert.Equal(4, (await rekognition.GetAsync(one)).Faces.Count);
        Assert.Equal(4, (await rekognition.GetAsync(other)).Faces.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task Other_settings_of_an_analysis_have_a_pass_of_their_own()
    {
        await using var rekognition = await BusyAsync();
        var all = RekognitionHarness.Request();
        all.FaceAttributes = FaceAttributes.ALL;
        await rekognition.StartJobAsync();
        var scenes = await ScenesAsync(rekognition);
        var allJob = (await rekognition.Client.StartFaceDetectionAsync(all, Token)).JobId;
        rekognition.Engine.LetOneEnd();

        var statuses = await EndAsync(rekognition, 4);

        Assert.Equal([new FaceRequest(false), new SceneRequest("GOOD")], rekognition.Engine.Passes.ElementAt(1));
        Assert.Equal([new FaceRequest(true)], rekognition.Engine.Passes.ElementAt(2));
        Assert.Equal(("SUCCEEDED", "SUCCEEDED"), (statuses[scenes], statuses[allJob]));
        Assert.NotNull((await rekognition.GetAsync(allJob)).Faces[0].Face.EyesOpen);
    }

    [Fact(Timeout = 30_000)]
    public async Task Jobs_of_another_video_or_of_another_upload_of_it_are_not_shared()
    {
        await using var rekognition = await BusyAsync();
        await rekognition.StartJobAsync();
        rekognition.Objects.Stored["videos/film.mp4"] = new("newer", 1);
        await rekognition.StartJobAsync();
        await rekognition.StartJobAsync(key: "third.mp4");
        rekognition.Engine.LetOneEnd();

        var statuses = await EndAsync(rekognition, 4);

        // The first upload is not there any more; the others are opened one by one.
        Assert.Equal(1, statuses.Values.Count(status => status == "FAILED"));
        Assert.Equal(3, rekognition.Engine.Opened);
    }

    [Fact(Timeout = 30_000)]
    public async Task What_the_engine_can_do_no_longer_fails_alone()
    {
        await using var rekognition = await BusyAsync();
        var scenes = await ScenesAsync(rekognition);
        var faces = await rekognition.StartJobAsync();
        rekognition.Engine.Analyses = ["faces"];

        var statuses = await EndAsync(rekognition, 3);

        Assert.Equal(("SUCCEEDED", "FAILED"), (statuses[faces], statuses[scenes]));
        var page = await ScenesOfAsync(rekognition, scenes);
        Assert.StartsWith(
            "StartSceneDetection is not available here", page.GetProperty("StatusMessage").GetString(),
            StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task An_analysis_that_breaks_takes_no_other_with_it()
    {
        await using var rekognition = await BusyAsync();
        rekognition.Engine.AnalyzingFails = requests =>
            requests.Any(request => request is SceneRequest) ? new InvalidOperationException("broken") : null;
        var scenes = await ScenesAsync(rekognition);
        var faces = await rekognition.StartJobAsync();

        var statuses = await EndAsync(rekognition, 3);

        Assert.Equal(("SUCCEEDED", "FAILED"), (statuses[faces], statuses[scenes]));
        Assert.Equal(4, (await rekognition.GetAsync(faces)).Faces.Count);
        var reason = (await ScenesOfAsync(rekognition, scenes)).GetProperty("StatusMessage").GetString();
        Assert.Contains("InvalidOperationException: broken", reason, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_video_that_cannot_be_analysed_fails_each_of_them()
    {
        await using var rekognition = await BusyAsync();
        var scenes = await ScenesAsync(rekognition);
        var faces = await rekognition.StartJobAsync();
        rekognition.Engine.OpeningFails = new UnusableVideoException(UnusableVideoReason.Damaged, "It is damaged.");

        var statuses = await EndAsync(rekognition, 3);

        Assert.Equal(("FAILED", "FAILED"), (statuses[faces], statuses[scenes]));
        Assert.Equal(2, rekognition.Engine.Opened);
        Assert.Equal("It is damaged.", (await rekognition.GetAsync(faces)).StatusMessage);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_video_at_which_the_engine_fails_is_tried_again()
    {
        await using var rekognition = await BusyAsync();
        var failures = 2;
        rekognition.Engine.AnalyzingFails = _ =>
            failures-- > 0 ? new EngineFailureException("The decoder was killed.") : null;
        var faces = await rekognition.StartJobAsync();
        var scenes = await ScenesAsync(rekognition);

        var statuses = await EndAsync(rekognition, 3);

        Assert.Equal(("SUCCEEDED", "SUCCEEDED"), (statuses[faces], statuses[scenes]));
        Assert.Equal(4, (await rekognition.GetAsync(faces)).Faces.Count);
        Assert.Equal(4, rekognition.Engine.Passes.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_video_at_which_the_engine_always_fails_fails_and_no_other()
    {
        await using var rekognition = await BusyAsync();
        var failures = 3;
        rekognition.Engine.AnalyzingFails = _ =>
            failures-- > 0 ? new EngineFailureException("The decoder was killed.") : null;
        var faces = await rekognition.StartJobAsync();
        var third = await rekognition.StartJobAsync(key: "third.mp4");

        var statuses = await EndAsync(rekognition, 3);

        Assert.Equal(("FAILED", "SUCCEEDED"), (statuses[faces], statuses[third]));
        Assert.Contains("failed 3 times", (await rekognition.GetAsync(faces)).StatusMessage, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_analyses_of_an_upload_wait_for_each_other_a_moment()
    {
        await using var rekognition = new RekognitionHarness
        {
            Options = new() { Workers = 2, Gathering = TimeSpan.FromMilliseconds(300) },
        };
        Script(rekognition);
        await rekognition.StartAsync();
        await rekognition.StartJobAsync();
        rekognition.Time.Advance(TimeSpan.FromMilliseconds(299));
        await ScenesAsync(rekognition);
        Assert.Equal(0, rekognition.Engine.Opened);

        rekognition.Time.Advance(TimeSpan.FromMilliseconds(1));
        await rekognition.NextCompletionAsync();
        await rekognition.NextCompletionAsync();

        Assert.Equal([new FaceRequest(false), new SceneRequest("GOOD")], Assert.Single(rekognition.Engine.Passes));
    }

    [Fact(Timeout = 30_000)]
    public async Task Each_job_of_a_pass_tells_its_own_progress()
    {
        await using var rekognition = await BusyAsync();
        var faces = await rekognition.StartJobAsync();
        var scenes = await ScenesAsync(rekognition);
        var steps = new List<JobProgress>();
        rekognition.Services.GetRequiredService<JobProgressBoard>().Changed += steps.Add;

        await EndAsync(rekognition, 3);

        Assert.Equal([1, 3, 3, 4, 4], Detections(faces));
        Assert.Equal([1, 2, 3, 4, 4], Detections(scenes));
        IEnumerable<long> Detections(string jobId) =>
            steps.Where(step => step.Job.Id == jobId).Select(step => step.Detections);
    }

    /// <summary>One worker, which is at another video until <see cref="EndAsync"/>.</summary>
    private static async Task<RekognitionHarness> BusyAsync()
    {
        var rekognition = await RekognitionHarness.StartedAsync(new() { Workers = 1 });
        Script(rekognition);
        rekognition.Engine.Holds = true;
        await rekognition.StartJobAsync(key: "another.mp4");
        await rekognition.Engine.HeldAsync(Token);
        rekognition.Engine.Holds = false;
        return rekognition;
    }

    private static void Script(RekognitionHarness rekognition)
    {
        rekognition.Engine.Analyses = ["faces", "scenes"];
        rekognition.Engine.Others = (_, timestamp) =>
            [new("scenes", new Scene { Timestamp = timestamp, EndTimestamp = timestamp + 400 })];
    }

    /// <summary>Lets the worker go on, and waits for that many jobs.</summary>
    /// <returns>The statuses of the completions, by JobId.</returns>
    private static async Task<Dictionary<string, string>> EndAsync(RekognitionHarness rekognition, int jobs)
    {
        rekognition.Engine.LetOneEnd();
        var statuses = new Dictionary<string, string>(StringComparer.Ordinal);
        while (statuses.Count < jobs)
        {
            var completion = await rekognition.NextCompletionAsync();
            statuses.Add(completion.GetProperty("JobId").GetString()!, completion.GetProperty("Status").GetString()!);
        }

        return statuses;
    }

    private static Task<string> ScenesAsync(RekognitionHarness rekognition) =>
        rekognition.StartScenesAsync(members: ""","Mood":"GOOD" """);

    private static async Task<JsonElement> ScenesOfAsync(RekognitionHarness rekognition, string jobId) =>
        (await rekognition.PostAsync("GetSceneDetection", $$"""{"JobId":"{{jobId}}"}""")).Body;
}
