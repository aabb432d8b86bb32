using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Tests.Results;

public sealed class TimelineReaderTests : IDisposable
{
    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Slow]
    [Theory]
    [InlineData(500, 0)]
    [InlineData(10_000, 0)]
    [InlineData(10_000, 60)]
    public async Task It_counts_what_reading_would_find(long interval, float minConfidence)
    {
        var faces = Some.Faces(12_345);
        await _system.UploadAsync(Some.Upload());
        var jobId = _system.Engine.Running.Single();
        _system.Engine.Succeed(jobId, faces);
        await _system.CompleteAsync(jobId);
        var query = new DetectionQuery { Analysis = _system.Faces, MinConfidence = minConfidence };
        var video = await _system.Reader.FindAsync(Some.Upload().Video.Key, TestContext.Current.CancellationToken);

        var timeline = await new TimelineReader(_system.Reader).ReadAsync(
            video!,
            new() { Analysis = _system.Faces, MinConfidence = minConfidence, Interval = interval },
            TestContext.Current.CancellationToken);

        var expected = faces.Where(query.Matches)
            .GroupBy(face => face.Timestamp / interval * interval)
            .Select(group => new TimelineInterval(
                group.Key, group.Count(), group.CountBy(face => face.Timestamp).Max(moment => moment.Value)));
        Assert.Equal(expected, timeline?.Intervals);
    }
}
