using System.Text.Json;
using VideoAnalysis.Testing;

namespace VideoAnalysis.LocalAws.Tests.Rekognition;

/// <summary>Jobs that were being worked on when the process died: one of them may have ended it.</summary>
[Slow]
public sealed class SuspectTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task They_are_retried_one_at_a_time_and_before_all_others()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync(new() { Workers = 2 });
        rekognition.Engine.Holds = true;
        var suspects =
            new List<string> { await rekognition.StartJobAsync(), await rekognition.StartJobAsync(key: "another.mp4") };
        await rekognition.Engine.HeldAsync(Token);
        await rekognition.Engine.HeldAsync(Token);
        Assert.Equal(2, rekognition.Engine.MostRunning);
        var innocent = await rekognition.StartJobAsync(key: "third.mp4");
        await rekognition.DieAsync();
        rekognition.Engine.ForgetMostRunning();

        await rekognition.StartAsync();
        var ended = new List<string>();
        for (var job = 0; job < 3; job++)
        {
            await rekognition.Engine.HeldAsync(Token);
            rekognition.Engine.LetOneEnd();
            ended.Add((await rekognition.NextCompletionAsync()).GetProperty("JobId").GetString()!);
        }

        Assert.Equal([.. suspects, innocent], ended);
        Assert.Equal(1, rekognition.Engine.MostRunning);
    }

    [Fact(Timeout = 30_000)]
    public async Task They_share_no_decoding()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync(new() { Workers = 2 });
        rekognition.Engine.Holds = true;
        await rekognition.StartJobAsync();
        await rekognition.Engine.HeldAsync(Token);
        await rekognition.StartJobAsync();
        await rekognition.Engine.HeldAsync(Token);
        await rekognition.DieAsync();
        rekognition.Engine.Holds = false;
        await rekognition.StartAsync();

        await rekognition.NextCompletionAsync();
        await rekognition.NextCompletionAsync();

        Assert.Equal(4, rekognition.Engine.Opened);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_video_at_which_the_process_dies_five_times_at_the_same_place_is_given_up()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync(new() { Workers = 1 });
        rekognition.Engine.Holds = true;
        var jobId = await rekognition.StartJobAsync();

        // The first death is nobody's: other jobs might have run beside it.
        for (var death = 0; death < 6; death++)
        {
            await HeldAsync(rekognition);
            await rekognition.DieAsync();
            await rekognition.StartAsync();
        }

        Assert.Equal("FAILED", (await CompletionAsync(rekognition)).GetProperty("Status").GetString());
        Assert.Contains("5 times", (await rekognition.GetAsync(jobId)).StatusMessage, StringComparison.Ordinal);
        Assert.Equal(6, rekognition.Engine.Opened);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_process_that_is_killed_again_and_again_as_soon_as_it_works_gives_no_video_up()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync(new() { Workers = 1 });
        rekognition.Engine.Holds = true;
        var jobId = await rekognition.StartJobAsync();
        await rekognition.Engine.HeldAsync(Token);
        for (var kill = 0; kill < 50; kill++)
        {
            await rekognition.DieAsync();
            await rekognition.StartAsync();
            rekognition.Time.Advance(TimeSpan.FromSeconds(3.5));

            // Long enough for work to begin, if any may.
            await Task.Delay(TimeSpan.FromMilliseconds(40), TimeProvider.System, Token);
        }

        rekognition.Engine.Holds = false;

        Assert.Equal("SUCCEEDED", (await CompletionAsync(rekognition)).GetProperty("Status").GetString());
        Assert.NotEmpty((await rekognition.GetAsync(jobId)).Faces);
    }

    [Fact(Timeout = 60_000)]
    public async Task While_one_waits_others_are_worked_on()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync(new() { Workers = 1 });
        rekognition.Engine.Holds = true;
        var suspect = await rekognition.StartJobAsync();
        for (var death = 0; death < 2; death++)
        {
            await rekognition.Engine.HeldAsync(Token);
            await rekognition.DieAsync();
            await rekognition.StartAsync();
        }

        rekognition.Engine.Holds = false;
        var other = await rekognition.StartJobAsync(key: "another.mp4");
        Assert.Equal(other, (await rekognition.NextCompletionAsync()).GetProperty("JobId").GetString());

        Assert.Equal(suspect, (await CompletionAsync(rekognition)).GetProperty("JobId").GetString());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_process_that_is_killed_anywhere_gives_no_video_up()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync(new() { Workers = 1 });
        rekognition.Engine.Holds = true;
        var jobId = await rekognition.StartJobAsync();
        for (var kill = 0; kill < 25; kill++)
        {
            await HeldAsync(rekognition);
            await rekognition.DieAsync();
            rekognition.Engine.Faces = [.. Enumerable.Repeat(1, 1 + ((kill * 7) % 10))];
            await rekognition.StartAsync();
        }

        rekognition.Engine.Holds = false;
        rekognition.Engine.LetOneEnd();

        Assert.Equal("SUCCEEDED", (await CompletionAsync(rekognition)).GetProperty("Status").GetString());
        Assert.NotEmpty((await rekognition.GetAsync(jobId)).Faces);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_process_that_is_stopped_blames_nobody()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync(new() { Workers = 1 });
        rekognition.Engine.Holds = true;
        await rekognition.StartJobAsync();
        for (var stop = 0; stop < 12; stop++)
        {
            await rekognition.Engine.HeldAsync(Token);
            await rekognition.StopAsync();
            await rekognition.StartAsync();
        }

        rekognition.Engine.LetOneEnd();

        Assert.Equal("SUCCEEDED", (await rekognition.NextCompletionAsync()).GetProperty("Status").GetString());
    }

    // A job that the process died at waits before it is tried again.
    private static async Task HeldAsync(RekognitionHarness rekognition) =>
        await InTimeAsync(rekognition, rekognition.Engine.HeldAsync(Token));

    private static async Task<JsonElement> CompletionAsync(RekognitionHarness rekognition)
    {
        var completion = rekognition.NextCompletionAsync();
        await InTimeAsync(rekognition, completion);
        return await completion;
    }

    private static async Task InTimeAsync(RekognitionHarness rekognition, Task task)
    {
        while (await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token)) != task)
        {
            rekognition.Time.Advance(TimeSpan.FromSeconds(30));
        }

        await task;
    }
}
