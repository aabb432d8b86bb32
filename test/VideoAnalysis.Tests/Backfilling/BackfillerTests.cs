using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Weather;

namespace VideoAnalysis.Tests.Backfilling;

public sealed class BackfillerTests
{
    [Fact]
    public async Task What_a_page_of_the_bucket_queues_comes_up_spread_over_minutes_however_many_analyses_there_are()
    {
        using var system = new TestSystem(
            analyses: new AnalysisRegistry(new FaceAnalysis(FaceAttributes.Default), new WeatherAnalysis()));
        system.Catalog.Uploads.AddRange(Enumerable.Range(0, 100).Select(i => Some.Upload($"{i:D3}.mp4", i + 1)));

        var report = await system.Backfiller.RunAsync(
            new(), DateTimeOffset.MaxValue, TestContext.Current.CancellationToken);

        var delays = system.Backlog.Entries.Select(waiting => waiting.Delay).Order().ToList();
        Assert.Equal((200, 200), (report.Queued, delays.Distinct().Count()));
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromMinutes(4) * 199 / 200), (delays[0], delays[^1]));
    }
}
