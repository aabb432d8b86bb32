using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Tests.Sizes;

[Slow]
public sealed class BigAndSmallTests : IDisposable
{
    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public async Task A_video_of_five_seconds_is_one_page_and_one_chunk()
    {
        await AnalyseAsync(Some.Faces(11));

        Assert.Equal(1, _system.Engine.PageReads);
        Assert.Single(_system.Memory.Chunks);
        Assert.Equal(11, (await _system.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task A_video_without_a_face_stores_no_chunk()
    {
        await AnalyseAsync([]);

        Assert.Equal(JobStatus.Succeeded, (await _system.JobAsync())?.Status);
        Assert.Empty(_system.Memory.Chunks);
        Assert.Empty(await _system.ReadAllAsync());
    }

    [Fact]
    public async Task A_thousand_faces_of_one_moment_are_all_read_for_that_moment()
    {
        const long moment = 500;
        var crowd = Some.Faces(1_000).Select(face => face with { Timestamp = moment }).ToList();
        await AnalyseAsync([Some.Face(0), .. crowd, Some.Face(1_000)]);

        var seen = await _system.ReadAllAsync(
            query: new() { Analysis = _system.Faces, From = moment, To = moment, Limit = 300 });

        Assert.Equal(crowd.Select(face => face.Confidence), seen.Select(face => face.Confidence));
        Assert.Equal(1_000, ((FaceSummary?)(await _system.JobAsync())?.Summary)?.MostAtOnce);
    }

    private async Task AnalyseAsync(IReadOnlyList<FaceDetection> faces)
    {
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Succeed("job-1", faces);
        await _system.CompleteAsync("job-1");
    }
}
