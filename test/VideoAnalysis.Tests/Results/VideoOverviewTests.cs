using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Tests.Results;

public sealed class VideoOverviewTests
{
    [Theory]
    [InlineData(JobStatus.Queued, JobStatus.Queued, JobStatus.Queued)]
    [InlineData(JobStatus.InProgress, JobStatus.Queued, JobStatus.InProgress)]
    [InlineData(JobStatus.InProgress, JobStatus.Queued, JobStatus.Succeeded)]
    [InlineData(JobStatus.InProgress, JobStatus.InProgress, JobStatus.Failed)]
    [InlineData(JobStatus.Succeeded, JobStatus.Succeeded, JobStatus.Failed)]
    [InlineData(JobStatus.Succeeded, JobStatus.Succeeded, JobStatus.Succeeded)]
    [InlineData(JobStatus.Failed, JobStatus.Failed, JobStatus.Failed)]
    public void A_video_is_unfinished_while_an_analysis_is_and_failed_when_all_are(
        JobStatus expected, params JobStatus[] analyses) =>
        Assert.Equal(expected, Video(analyses).Status);

    [Theory]
    [InlineData(true, JobStatus.Failed, JobStatus.Succeeded)]
    [InlineData(true, JobStatus.Failed, JobStatus.InProgress)]
    [InlineData(true, JobStatus.Failed, JobStatus.Failed)]
    [InlineData(false, JobStatus.Succeeded, JobStatus.InProgress)]
    public void The_list_of_failures_has_videos_of_which_any_analysis_failed(
        bool expected, params JobStatus[] analyses) =>
        Assert.Equal(expected, new VideoListQuery { Status = JobStatus.Failed }.Matches(Video(analyses)));

    [Theory]
    [InlineData(true, JobStatus.Failed, JobStatus.Succeeded)]
    [InlineData(false, JobStatus.Failed, JobStatus.Failed)]
    [InlineData(false, JobStatus.Succeeded, JobStatus.InProgress)]
    public void The_list_of_successes_has_videos_that_are_finished_with_a_result(
        bool expected, params JobStatus[] analyses) =>
        Assert.Equal(expected, new VideoListQuery { Status = JobStatus.Succeeded }.Matches(Video(analyses)));

    [Theory]
    [InlineData(true, null)]
    [InlineData(true, JobStatus.Failed)]
    [InlineData(false, JobStatus.Succeeded)]
    public void The_list_of_an_analysis_has_videos_of_which_it_has_the_status(bool expected, JobStatus? status)
    {
        var other = Video([JobStatus.Succeeded]);
        var failed = other.Jobs[0] with { Analysis = "faces", Status = JobStatus.Failed };
        var video = new VideoOverview([.. other.Jobs, failed]);
        var query = new VideoListQuery { Analysis = new FaceAnalysis(FaceAttributes.Default), Status = status };

        Assert.Equal(expected, query.Matches(video));
        Assert.False(query.Matches(other));
    }

    private static VideoOverview Video(JobStatus[] analyses) => new([.. analyses.Select((status, i) => new AnalysisJob
    {
        Upload = Some.Upload(),
        Analysis = $"analysis{i}",
        Token = ClientRequestToken.TryParse(new string('0', 64))!,
        Status = status,
        CreatedAt = Some.Noon,
    })]);
}
