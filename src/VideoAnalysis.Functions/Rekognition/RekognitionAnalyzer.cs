using Amazon.Rekognition;
using VideoAnalysis.Engine;

namespace VideoAnalysis.Functions.Rekognition;

/// <summary>Starts jobs at Rekognition Video, and tells its refusals apart.</summary>
internal sealed class RekognitionAnalyzer(
    IAmazonRekognition client, RekognitionCatalog catalog, CompletionChannel channel) : IVideoAnalyzer
{
    public async Task<string> StartAsync(StartRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await catalog.CallsOf(request.Analysis).StartAsync(client, request, channel, cancellationToken);
        }
        catch (AmazonRekognitionException exception) when (StartErrors.IsBusy(exception))
        {
            throw new AnalyzerBusyException($"{exception.ErrorCode}: {exception.Message}", exception);
        }
        catch (AmazonRekognitionException exception) when (StartErrors.ReasonOf(exception) is { } reason)
        {
            throw new AnalysisRefusedException(reason, exception);
        }
    }
}
