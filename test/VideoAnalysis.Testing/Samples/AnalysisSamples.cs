using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Celebrities;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Analyses.Labels;
using VideoAnalysis.Analyses.Moderation;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Analyses.Segments;
using VideoAnalysis.Analyses.Text;
using VideoAnalysis.Testing.Weather;
using Xunit;

namespace VideoAnalysis.Testing.Samples;

/// <summary>
/// Every analysis, with detections of it, for the tests of what all analyses share. A test of the registry says when
/// one is missing here.
/// </summary>
public static class AnalysisSamples
{
    /// <summary>All of them; the last is made up.</summary>
    public static IReadOnlyList<AnalysisSample> All { get; } =
    [
        new(new FaceAnalysis(FaceAttributes.Default), SomeFaces.Of),
        new(new LabelAnalysis(new()), SomeLabels.Of),
        new(new ModerationAnalysis(new()), SomeModeration.Of),
        new(new TextAnalysis(new()), SomeText.Of),
        new(new SegmentAnalysis(new()), SomeSegments.Of),
        new(new CelebrityAnalysis(), SomeCelebrities.Of),
        new(new PersonAnalysis(new() { CollectionId = "people" }), SomePersons.Of),
        new(new WeatherAnalysis(), SomeWeather.Of),
    ];

    /// <summary>Their names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(sample => sample.Analysis.Name)];

    /// <summary>All analyses.</summary>
    public static AnalysisRegistry Registry { get; } = new([.. All.Select(sample => sample.Analysis)]);

    /// <summary>The sample of an analysis.</summary>
    public static AnalysisSample Find(string analysis) => All.Single(sample => sample.Analysis.Name == analysis);
}
