using System.Text.Json;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Local.Tests.Api;

/// <summary>Calls every operation of the API in every way that has an answer of its own.</summary>
internal static class ContractWalk
{
    private const string Appearances = "GET /appearances/{video}";

    private const string Odd = "what? #1, 100% 코드 ünï.mp4";

    /// <summary>Takes it; the system keeps what was said.</summary>
    public static async Task TakeAsync(ContractSystem api)
    {
        await ReadAsync(api, Odd.Replace('?', '!'), key => $"/{Uri.EscapeDataString(key)}?");
        await ReadAsync(api, Odd, key => $"/-?video={Uri.EscapeDataString(key)}&");
        await ListAsync(api);
        await StartAsync(api);
        await PlayAsync(api);
        await UploadAsync(api);
        await NameAsync(api);
        await RemoveAsync(api);
        await DescribeAsync(api);
        await ContractFailures.SeeAsync(api);
    }

    private static async Task ReadAsync(ContractSystem api, string odd, Func<string, string> address)
    {
        const string Results = "GET /results/{video}";
        string[] keys = [$"all of {odd}", odd, $"running {odd}", $"broken {odd}"];
        await AnalyseAsync(api, keys[0], [Whole(0), Some.Face(0), Some.Face(500)]);
        await AnalyseAsync(api, odd, Some.Faces(100));
        await api.Domain.UploadAsync(Some.Upload(keys[2]));
        await api.Domain.UploadAsync(Some.Upload(keys[3]));
        var jobId = api.Domain.Engine.Running[^1];
        api.Domain.Engine.Fail(jobId, null);
        await api.Domain.CompleteAsync(jobId);

        foreach (var key in keys)
        {
            foreach (var format in (string[])["json", "csv", "ndjson", "vtt"])
            {
                Assert.Equal(200, (await api.CallAsync(Results, $"{Target(key)}format={format}")).Status);
            }
        }

        var all = "analysis=faces&from=0&to=600000&minConfidence=0.5&limit=40";
        var page = await api.CallAsync(
            Results, $"{Target(odd)}{all}", null, "", ("Accept", "application/json"), ("Accept-Encoding", "br"));
        var next = await api.CallAsync(Results, $"{Target(odd)}{all}&next={page.Text("next")}");
        Assert.Equal(200, next.Status);
        Assert.Equal(304, (await api.CallAsync(
            Results, $"{Target(odd)}{all}", null, "", ("If-None-Match", page.Headers["ETag"]))).Status);
        Assert.Equal(404, (await api.CallAsync(Results, $"{Target(odd)}analysis=weather")).Status);
        Assert.Equal(400, (await api.CallAsync(Results, $"{Target(odd)}from=yesterday")).Status);
        Assert.Equal(400, (await api.CallAsync(Results, $"{Target(odd)}fro=0")).Status);
        Assert.Equal(400, (await api.CallAsync(Results, $"{Target(odd)}from=0&from=0")).Status);
        Assert.Equal(404, (await api.CallAsync(Results, Target("nobody.mp4"))).Status);
        Assert.Equal(406, (await api.CallAsync(Results, Target(odd), null, "", ("Accept", "image/png"))).Status);
        var appearances = await api.CallAsync(Appearances, $"/appearances{address(odd)}limit=1");
        await AnalyseAsync(api, odd, Some.Faces(1), sequencer: 2);
        Assert.Equal(410, (await api.CallAsync(Results, $"{Target(odd)}next={page.Text("next")}")).Status);
        Assert.Equal(410,
            (await api.CallAsync(Appearances, $"/appearances{address(odd)}next={appearances.Text("next")}")).Status);
        foreach (var key in keys)
        {
            await FollowAsync(api, $"/appearances{address(key)}");
            await CountAsync(api, $"/timeline{address(key)}");
        }

        string Target(string key) => $"/results{address(key)}";
    }

    private static async Task FollowAsync(ContractSystem api, string target)
    {
        const string All = "analysis=faces&from=0&to=600000&minConfidence=0.5&limit=2";
        foreach (var format in (string[])["json", "csv", "ndjson", "vtt"])
        {
            Assert.Equal(200, (await api.CallAsync(Appearances, $"{target}format={format}")).Status);
        }

        var page = await api.CallAsync(Appearances, $"{target}{All}");
        if (page.Headers.TryGetValue("ETag", out var tag))
        {
            Assert.Equal(
                304, (await api.CallAsync(Appearances, $"{target}{All}", null, "", ("If-None-Match", tag))).Status);
        }

        Assert.Equal(200, (await api.CallAsync(Appearances, $"{target}subject=nobody")).Status);
        Assert.Equal(400, (await api.CallAsync(Appearances, $"{target}limit=0")).Status);
        Assert.Equal(404, (await api.CallAsync(Appearances, "/appearances/nobody.mp4")).Status);
        Assert.Equal(406, (await api.CallAsync(Appearances, target, null, "", ("Accept", "image/png"))).Status);
    }

    private static async Task CountAsync(ContractSystem api, string target)
    {
        const string Timeline = "GET /timeline/{video}";
        var counted = await api.CallAsync(
            Timeline, $"{target}analysis=faces&from=0&to=600000&interval=10000&minConfidence=50");
        Assert.Equal(200, counted.Status);
        if (counted.Headers.TryGetValue("ETag", out var tag))
        {
            Assert.Equal(304, (await api.CallAsync(
                Timeline, $"{target}analysis=faces&from=0&to=600000&interval=10000&minConfidence=50",
                null, "", ("If-None-Match", tag))).Status);
        }

        Assert.Equal(400, (await api.CallAsync(Timeline, $"{target}interval=1")).Status);
        Assert.Equal(404, (await api.CallAsync(Timeline, "/timeline/nobody.mp4")).Status);
        Assert.Equal(406, (await api.CallAsync(Timeline, target, null, "", ("Accept", "text/csv"))).Status);
    }

    private static async Task ListAsync(ContractSystem api)
    {
        var page = await api.CallAsync("GET /results", "/results?limit=2");
        Assert.Equal(200, (await api.CallAsync("GET /results", $"/results?limit=2&next={page.Text("next")}")).Status);
        Assert.Equal(304, (await api.CallAsync(
            "GET /results", "/results?limit=2", null, "", ("If-None-Match", page.Headers["ETag"]))).Status);
        Assert.Equal(200, (await api.CallAsync("GET /results", "/results?prefix=broken")).Status);
        Assert.Equal(400, (await api.CallAsync("GET /results", "/results?limit=0")).Status);
        Assert.Equal(406, (await api.CallAsync("GET /results", "/results", null, "", ("Accept", "text/csv"))).Status);
        foreach (var status in (string[])["QUEUED", "IN_PROGRESS", "SUCCEEDED", "FAILED"])
        {
            Assert.Equal(200, (await api.CallAsync("GET /results", $"/results?status={status}&analysis=faces")).Status);
        }
    }

    private static async Task UploadAsync(ContractSystem api)
    {
        var bytes = new byte[20 * 1024 * 1024];
        Random.Shared.NextBytes(bytes);
        var id = (await api.CallAsync("POST /uploads", "/uploads", Body(new { key = Odd, size = bytes.Length })))
            .Text("uploadId");
        var signed = await api.CallAsync("POST /uploads/parts", "/uploads/parts", Body(
            new { key = Odd, uploadId = id, partNumbers = (int[])[1, 2] }));
        var parts = new List<object>();
        foreach (var part in signed.Json.GetProperty("parts").EnumerateArray())
        {
            var number = part.GetProperty("partNumber").GetInt32();
            var chunk = bytes.Chunk(16 * 1024 * 1024).ElementAt(number - 1);
            parts.Add(
                new { partNumber = number, eTag = await api.PutAsync(part.GetProperty("url").GetString()!, chunk) });
        }

        var wrong = await api.CallAsync("POST /uploads/complete", "/uploads/complete", Body(
            new { key = Odd, uploadId = id, parts = (object[])[new { partNumber = 1, eTag = "\"0\"" }] }));
        Assert.Equal(409, wrong.Status);
        var completed = await api.CallAsync(
            "POST /uploads/complete", "/uploads/complete", Body(new { key = Odd, uploadId = id, parts }));
        Assert.Equal(200, completed.Status);
        var again = await api.CallAsync(
            "POST /uploads/complete", "/uploads/complete", Body(new { key = Odd, uploadId = "gone", parts }));
        Assert.Equal(404, again.Status);
        var played = await api.CallAsync("GET /videos/{video}", $"/videos/-?video={Uri.EscapeDataString(Odd)}");
        Assert.Equal(bytes, await api.ReadAsync(played.Text("url")));

        var begun = await api.CallAsync("POST /uploads", "/uploads", Body(new { key = "given-up.mp4", size = 1 }));
        var abandoned = Body(new { key = "given-up.mp4", uploadId = begun.Text("uploadId") });
        Assert.Equal(204, (await api.CallAsync("POST /uploads/abort", "/uploads/abort", abandoned)).Status);
        Assert.Equal(204, (await api.CallAsync("POST /uploads/abort", "/uploads/abort", abandoned)).Status);
        foreach (var path in (string[])["/uploads", "/uploads/parts", "/uploads/complete", "/uploads/abort"])
        {
            Assert.Equal(400, (await api.CallAsync($"POST {path}", path, """{"key":"film.avi"}""")).Status);
            Assert.Equal(400, (await api.CallAsync($"POST {path}", path, "no JSON")).Status);
            Assert.Equal(415, (await api.CallAsync($"POST {path}", path, "{}", "text/plain")).Status);
        }
    }

    private static async Task StartAsync(ContractSystem api)
    {
        const string Start = "POST /analyses/{video}";
        api.Domain.Catalog.Uploads.AddRange([Some.Upload(Odd), Some.Upload("film.mp4")]);
        var target = $"/analyses/-?video={Uri.EscapeDataString(Odd)}";
        Assert.Equal(202,
            (await api.CallAsync(Start, target, Body(new { analyses = (string[])["faces"], again = true }))).Status);
        Assert.Equal(202, (await api.CallAsync(Start, target, "{}")).Status);
        Assert.Equal(400, (await api.CallAsync(Start, target, Body(new { analyses = (string[])["smells"] }))).Status);
        Assert.Equal(404, (await api.CallAsync(Start, "/analyses/nobody.mp4", "{}")).Status);
        Assert.Equal(415, (await api.CallAsync(Start, target, "{}", "text/plain")).Status);
    }

    private static async Task PlayAsync(ContractSystem api)
    {
        await UploadSmallAsync(api, "folder/play it.mp4");
        Assert.Equal(200, (await api.CallAsync("GET /videos/{video}", "/videos/folder/play%20it.mp4")).Status);
        Assert.Equal(404, (await api.CallAsync("GET /videos/{video}", "/videos/nobody.mp4")).Status);
        Assert.Equal(400, (await api.CallAsync("GET /videos/{video}", "/videos/nobody.mp4?x=1")).Status);
        Assert.Equal(400, (await api.CallAsync("GET /videos/{video}", "/videos/-")).Status);
    }

    private static async Task UploadSmallAsync(ContractSystem api, string key)
    {
        var id = (await api.CallAsync("POST /uploads", "/uploads", Body(new { key, size = 3 }))).Text("uploadId");
        var signed = await api.CallAsync(
            "POST /uploads/parts", "/uploads/parts", Body(new { key, uploadId = id, partNumbers = (int[])[1] }));
        var eTag = await api.PutAsync(signed.Json.GetProperty("parts")[0].GetProperty("url").GetString()!, [1, 2, 3]);
        await api.CallAsync("POST /uploads/complete", "/uploads/complete", Body(
            new { key, uploadId = id, parts = (object[])[new { partNumber = 1, eTag }] }));
    }

    private static async Task RemoveAsync(ContractSystem api)
    {
        await AnalyseAsync(api, "remove me.mp4", Some.Faces(1));
        await AnalyseAsync(api, "remove me?.mp4", Some.Faces(1));
        const string Remove = "DELETE /results/{video}";
        foreach (var target in (string[])["/results/remove%20me.mp4?", "/results/-?video=remove%20me%3F.mp4&"])
        {
            Assert.Equal(204, (await api.CallAsync(Remove, target)).Status);
            Assert.Equal(404, (await api.CallAsync(Remove, target)).Status);
            Assert.Equal(400, (await api.CallAsync(Remove, target + "x=1")).Status);
        }
    }

    private static async Task NameAsync(ContractSystem api)
    {
        const string Add = "POST /persons/{name}/faces";
        const string Forget = "DELETE /persons/{name}";
        const string Zoe = "/persons/Zo%C3%AB/faces";
        const string Odd = "/persons/-/faces?name=Anna%2FBen%3F";
        Assert.Equal(200, (await api.CallAsync(Add, Zoe, "a picture", "image/jpeg")).Status);
        Assert.Equal(200, (await api.CallAsync(Add, Odd, "a picture", "image/png")).Status);
        Assert.Equal(400, (await api.CallAsync(Add, "/persons/%0A/faces", "a picture", "image/png")).Status);
        Assert.Equal(415, (await api.CallAsync(Add, Zoe, "{}")).Status);
        Assert.Equal(413, (await api.CallAsync(Add, Zoe, new string('x', (4 * 1024 * 1024) + 1), "image/png")).Status);
        Assert.Equal(200, (await api.CallAsync("GET /persons", "/persons")).Status);
        Assert.Equal(400, (await api.CallAsync("GET /persons", "/persons?x=1")).Status);
        Assert.Equal(204, (await api.CallAsync(Forget, "/persons/Zo%C3%AB")).Status);
        Assert.Equal(404, (await api.CallAsync(Forget, "/persons/-?name=Zo%C3%AB")).Status);
        Assert.Equal(400, (await api.CallAsync(Forget, "/persons/-")).Status);
        api.Fault = () => new UnusablePictureException("There is no face.");
        Assert.Equal(422, (await api.CallAsync(Add, Zoe, "a picture", "image/jpeg")).Status);
        api.Fault = () => new FaceInUseException("A user has it.");
        Assert.Equal(409, (await api.CallAsync(Forget, "/persons/-?name=Anna%2FBen%3F")).Status);
        api.Fault = () => new NoCollectionException("None is named.");
        Assert.Equal(409, (await api.CallAsync(Add, Zoe, "a picture", "image/jpeg")).Status);
        Assert.Equal(409, (await api.CallAsync("GET /persons", "/persons")).Status);
        api.Fault = null;
    }

    private static async Task DescribeAsync(ContractSystem api)
    {
        var description = await api.CallAsync("GET /openapi.yaml", "/openapi.yaml");
        Assert.Contains("enum: [faces, weather]", description.Body, StringComparison.Ordinal);
        Assert.Equal(400, (await api.CallAsync("GET /openapi.yaml", "/openapi.yaml?x=1")).Status);
    }

    /// <summary>Whatever the API leans on fails, once for good and once because the time is up.</summary>
    private static async Task AnalyseAsync(
        ContractSystem api, string key, IReadOnlyList<FaceDetection> faces, int sequencer = 1)
    {
        await api.Domain.UploadAsync(Some.Upload(key, sequencer));
        var jobId = api.Domain.Engine.Running[^1];
        api.Domain.Engine.Succeed(jobId, faces);
        await api.Domain.CompleteAsync(jobId);
    }

    /// <summary>A face with everything that can be known of one.</summary>
    private static FaceDetection Whole(long timestamp) => Some.Face(timestamp) with
    {
        Landmarks = [new("eyeLeft", 0.4f, 0.4f), new("chinBottom", 0.5f, 1.1f)],
        Pose = new(-10, 20, 180),
        Quality = new(50, 60),
        AgeRange = new(20, 30),
        Gender = new("Female", 99),
        Smile = new(true, 99),
        Eyeglasses = new(false, 99),
        Sunglasses = new(false, 99),
        Beard = new(false, 99),
        Mustache = new(false, 99),
        EyesOpen = new(true, 99),
        MouthOpen = new(false, 99),
        Emotions = [new("HAPPY", 90), new("CALM", 10)],
    };

    private static string Body(object value) => JsonSerializer.Serialize(value);
}
