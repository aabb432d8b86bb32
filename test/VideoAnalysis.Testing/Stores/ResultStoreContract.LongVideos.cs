using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;
using Xunit;

namespace VideoAnalysis.Testing.Stores;

public abstract partial class ResultStoreContract
{
    /// <summary>Two faces every half second for nearly seven hours: more than Rekognition takes.</summary>
    [Slow]
    [Fact]
    public async Task A_result_of_100_000_detections_is_collected_and_read_back_whole()
    {
        var faces = Some.Faces(100_000).Select(face => face with { Timestamp = face.Timestamp / 1000 * 500 }).ToList();
        using var system = new TestSystem(Store, clock: Clock);
        await system.UploadAsync(Some.Upload());
        system.Engine.Succeed("job-1", faces);

        await system.CompleteAsync("job-1");

        var read = await system.ReadAllAsync(query: new() { Analysis = system.Faces, Limit = DetectionQuery.MaxLimit });
        Assert.Equal(faces.Select(Identity), read.Cast<FaceDetection>().Select(Identity));
        Assert.Equal(faces.Count, (await system.JobAsync())?.Summary?.Detections);

        var late = new DetectionQuery { Analysis = system.Faces, From = 20_000_000, To = 20_000_500 };
        Assert.Equal(
            faces.Where(face => face.Timestamp is 20_000_000 or 20_000_500).Select(Identity),
            (await system.ReadAllAsync(query: late)).Cast<FaceDetection>().Select(Identity));

        static (long, float?, float) Identity(FaceDetection face) =>
            (face.Timestamp, face.Confidence, face.BoundingBox.Left);
    }
}
