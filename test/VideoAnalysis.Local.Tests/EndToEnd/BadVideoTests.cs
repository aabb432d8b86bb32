using System.Text;
using System.Text.Json;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.EndToEnd;

[Slow]
public sealed class BadVideoTests
{
    [Fact(Timeout = 300_000)]
    public async Task What_cannot_be_analysed_fails_with_a_reason_and_disturbs_nothing_beside_it()
    {
        var good = await TestVideos.ReadAsync("five-seconds.mp4");
        var bad = new Dictionary<string, byte[]>
        {
            ["text.mp4"] = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("This is no video. ", 1000))),
            ["empty.mp4"] = [],
            ["truncated.mp4"] = good[..(good.Length / 2)],
            ["one-byte.mov"] = [0],
            ["audio-only.mp4"] = await TestVideos.ReadAsync("audio-only.mp4"),
            ["hevc.mp4"] = await TestVideos.ReadAsync("hevc.mp4"),
            ["mpeg4-part2.mp4"] = await TestVideos.ReadAsync("mpeg4-part2.mp4"),
            ["matroska.mp4"] = await TestVideos.ReadAsync("matroska.mp4"),
        };
        await using var stack = await StackHarness.StartedAsync(realEngine: true);

        await Task.WhenAll(bad.Append(new("good.mp4", good)).Select(video => stack.PutAsync(video.Key, video.Value)));

        foreach (var key in bad.Keys)
        {
            var result = await stack.ResultAsync(key);
            Assert.Equal("FAILED", result.GetProperty("status").GetString());
            Assert.NotEqual("", Reason(result));
            Assert.Equal(0, result.GetProperty("detections").GetArrayLength());
        }

        Assert.Contains("H.264", Reason(await stack.ResultAsync("hevc.mp4")), StringComparison.Ordinal);
        Assert.Equal("SUCCEEDED", (await stack.ResultAsync("good.mp4")).GetProperty("status").GetString());
    }

    [Fact(Timeout = 300_000)]
    public async Task A_damaged_video_is_analysed_and_its_results_say_how_much_could_not_be_read()
    {
        var damaged = await TestVideos.ReadAsync("five-seconds.mp4");
        Array.Clear(damaged, damaged.Length / 2, damaged.Length / 10);
        await using var stack = await StackHarness.StartedAsync(realEngine: true);
        await stack.PutAsync("damaged.mp4", damaged);

        var result = await stack.ResultAsync("damaged.mp4");

        var faces = result.GetProperty("analyses").GetProperty("faces");
        Assert.Equal("SUCCEEDED", faces.GetProperty("status").GetString());
        Assert.Matches(
            @"^The video is damaged: \d+ of \d+ frames \(\d+ ms\) could not be read\.",
            faces.GetProperty("warning").GetString());
        Assert.NotEqual(0, result.GetProperty("detections").GetArrayLength());
    }

    [Fact(Timeout = 300_000)]
    public async Task Nothing_is_told_that_no_model_here_measures()
    {
        await using var stack = await StackHarness.StartedAsync(
            realEngine: true, configure: options =>
                options with { Settings = new Dictionary<string, string> { ["FACE_ATTRIBUTES"] = "ALL" } });
        await stack.PutAsync("film.mp4", await TestVideos.ReadAsync("five-seconds.mp4"));

        var result = await stack.ResultAsync("film.mp4");

        string[] measured = ["timestamp", "appearance", "confidence", "boundingBox", "landmarks", "pose", "quality",
            "eyesOpen", "mouthOpen"];
        var told = result.GetProperty("detections").EnumerateArray()
            .SelectMany(face => face.EnumerateObject()).Select(member => member.Name).Distinct().ToList();
        Assert.Empty(told.Except(measured));
        Assert.Contains("landmarks", told);
    }

    [Fact(Timeout = 300_000)]
    public async Task A_video_without_a_face_succeeds_with_none()
    {
        await using var stack = await StackHarness.StartedAsync(realEngine: true);
        await stack.PutAsync("empty street.mp4", await TestVideos.ReadAsync("no-faces.mp4"));

        var result = await stack.ResultAsync("empty street.mp4");

        Assert.Equal("SUCCEEDED", result.GetProperty("status").GetString());
        Assert.Equal(0, result.GetProperty("detections").GetArrayLength());
    }

    private static string Reason(JsonElement result) =>
        result.GetProperty("analyses").GetProperty("faces").GetProperty("reason").GetString()!;
}
