using System.Text.Json;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Operations;

/// <summary>Starts jobs of an analysis. The job is on the disk before it is answered.</summary>
internal sealed class StartOperation(LocalAnalysis analysis, LocalAnalyses analyses, JobStarter starter)
    : IRekognitionOperation
{
    /// <inheritdoc/>
    public string Name => analysis.StartOperation;

    /// <inheritdoc/>
    public async Task<byte[]> InvokeAsync(Stream body, CancellationToken cancellationToken)
    {
        if (!analyses.IsAvailable(analysis))
        {
            throw RekognitionException.Unavailable(Name, analyses.Available);
        }

        var (request, json) = await analysis.ReadStartAsync(body, cancellationToken);
        var jobId = await starter.StartAsync(
            new NewJob
            {
                Operation = Name,
                Token = request.ClientRequestToken,
                Request = json,
                Source = request.Source,
                Tag = request.JobTag,
                Topic = request.NotificationChannel?.TopicArn,
            },
            cancellationToken);
        return JsonSerializer.SerializeToUtf8Bytes(new StartJobResponse(jobId), ProtocolJson.Default.StartJobResponse);
    }
}
