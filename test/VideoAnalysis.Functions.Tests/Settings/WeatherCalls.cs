using Amazon.Rekognition;
using VideoAnalysis.Analyses;
using VideoAnalysis.Engine;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Testing.Weather;

namespace VideoAnalysis.Functions.Tests.Settings;

/// <summary>The place of a second analysis in a catalog; nothing calls it.</summary>
internal sealed class WeatherCalls : RekognitionCalls
{
    public override Analysis Analysis { get; } = new WeatherAnalysis();

    public override Task<string> StartAsync(
        IAmazonRekognition client, StartRequest request, CompletionChannel channel,
        CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override Task<AnalysisPage> GetPageAsync(
        IAmazonRekognition client, string jobId, string? nextToken, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
