using System.Net;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Jobs;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Tests.Adapters;

/// <summary>The adapter behind Get, with the SDK's own client on a canned service.</summary>
public sealed class RekognitionSourceTests
{
    private static readonly RekognitionCatalog Catalog = RekognitionAnalyses.Read(new(_ => null));

    [Fact]
    public async Task A_page_is_read_with_what_is_not_known_left_out()
    {
        var service = new CannedRekognition(HttpStatusCode.OK, """
            {
              "JobStatus": "SUCCEEDED", "NextToken": "next", "Unknown": {"a": [1]},
              "VideoMetadata": {"Codec": "h264", "DurationMillis": 5000, "FrameRate": 25, "FrameWidth": 1920, "FrameHeight": 1080, "ColorRange": "LIMITED"},
              "Faces": [{"Timestamp": 500, "Face": {
                "BoundingBox": {"Width": 0.5, "Height": 0.75, "Left": -0.25, "Top": 0.5}, "Confidence": 99.5,
                "Landmarks": [{"Type": "eyeLeft", "X": 0.25, "Y": 0.5}], "Pose": {"Roll": 1, "Yaw": -2, "Pitch": 3}, "New": true}}]
            }
            """);

        var page = await GetAsync(service, "token");

        Assert.Equal((JobStatus.Succeeded, "next", 5_000), (page.Status, page.NextToken, page.Metadata?.DurationMillis));
        var face = Assert.IsType<FaceDetection>(Assert.Single(page.Detections));
        Assert.Equal((500, 99.5f, new BoundingBox(-0.25f, 0.5f, 0.5f, 0.75f)), (face.Timestamp, face.Confidence, face.BoundingBox));
        Assert.Equal([new Landmark("eyeLeft", 0.25f, 0.5f)], face.Landmarks);
        Assert.Equal((new Pose(1, -2, 3), null, null), (face.Pose, face.Quality, face.Emotions));
        var (operation, body) = Assert.Single(service.Requests);
        Assert.Equal(("GetFaceDetection", "job-1", "token", 1_000), (
            operation, (string?)body["JobId"], (string?)body["NextToken"], (int)body["MaxResults"]!));
    }

    [Theory]
    [InlineData("""{"JobStatus":"SUCCEEDED"}""", JobStatus.Succeeded)]
    [InlineData("""{"JobStatus":"SUCCEEDED","Faces":[],"NextToken":""}""", JobStatus.Succeeded)]
    [InlineData("""{"JobStatus":"IN_PROGRESS"}""", JobStatus.InProgress)]
    [InlineData("""{"JobStatus":"FAILED","StatusMessage":"Unsupported codec/format"}""", JobStatus.Failed)]
    public async Task A_page_without_faces_is_the_last(string answer, JobStatus status)
    {
        var page = await GetAsync(new(HttpStatusCode.OK, answer));

        Assert.Equal(status, page.Status);
        Assert.Empty(page.Detections);
        Assert.Null(page.NextToken);
        Assert.Equal(status == JobStatus.Failed ? "Unsupported codec/format" : null, page.StatusMessage);
    }

    [Fact]
    public Task A_token_that_is_not_accepted_has_expired() => Assert.ThrowsAsync<PageTokenExpiredException>(
        () => GetAsync(CannedRekognition.Failing("InvalidPaginationTokenException"), "token"));

    [Fact]
    public Task A_job_that_is_not_there_is_not_found() => Assert.ThrowsAsync<JobNotFoundException>(
        () => GetAsync(CannedRekognition.Failing("ResourceNotFoundException")));

    private static async Task<AnalysisPage> GetAsync(CannedRekognition service, string? nextToken = null)
    {
        using var client = service.CreateClient(RekognitionClients.ForReading());
        return await new RekognitionSource(client, Catalog)
            .GetPageAsync(Catalog.Analyses.Default, "job-1", nextToken, TestContext.Current.CancellationToken);
    }
}
