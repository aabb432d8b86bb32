using Amazon.Rekognition;
using Amazon.Rekognition.Model;
using VideoAnalysis.Analyses;
using VideoAnalysis.Engine;

namespace VideoAnalysis.Functions.Rekognition;

/// <summary>Reads results from Rekognition Video.</summary>
internal sealed class RekognitionSource(IAmazonRekognition client, RekognitionCatalog catalog) : IAnalysisSource
{
    public async Task<AnalysisPage> GetPageAsync(
        Analysis analysis, string jobId, string? nextToken, CancellationToken cancellationToken)
    {
        try
        {
            return await catalog.CallsOf(analysis).GetPageAsync(client, jobId, nextToken, cancellationToken);
        }
        catch (InvalidPaginationTokenException exception)
        {
            throw new PageTokenExpiredException(exception.Message, exception);
        }
        catch (ResourceNotFoundException exception)
        {
            throw new JobNotFoundException(exception.Message, exception);
        }
    }
}
