using System.Text.Json;
using VideoAnalysis.LocalAws.Rekognition.Jobs;

namespace VideoAnalysis.LocalAws.Rekognition.Faces;

/// <summary><c>GetFaceDetection</c>: the state of a job, and page by page what it found.</summary>
internal sealed class GetFaceDetection(VideoJobs jobs, PageTokens tokens)
    : RekognitionOperation<GetFaceDetectionRequest, GetFaceDetectionResponse>(
        "GetFaceDetection", RekognitionJson.Default.GetFaceDetectionRequest, RekognitionJson.Default.GetFaceDetectionResponse)
{
    /// <inheritdoc/>
    protected override async Task<GetFaceDetectionResponse> InvokeAsync(
        GetFaceDetectionRequest request, CancellationToken cancellationToken)
    {
        request.Validate();
        var job = await jobs.FindAsync(StartFaceDetection.OperationName, request.JobId!, cancellationToken)
            ?? throw RekognitionException.JobNotFound();
        var position = request.NextToken is null ? 0 : await tokens.ReadAsync(job.Id, request.NextToken);
        var faces = job.Status == VideoJobStatus.Succeeded
            ? await jobs.ReadAsync(job, position, request.PageSize, cancellationToken)
            : [];
        var next = position + faces.Count;
        return new()
        {
            JobStatus = job.Status.ToName(),
            StatusMessage = job.StatusMessage,
            VideoMetadata = job.Metadata,
            NextToken = next < job.Detections && faces.Count > 0 ? await tokens.WriteAsync(job.Id, next) : null,
            Faces = faces.Select(Parse).ToList(),
            JobId = job.Id,
            Video = new(job.Source),
            JobTag = job.Tag,
        };
    }

    private static FaceDetectionItem Parse(string json) =>
        JsonSerializer.Deserialize(json, RekognitionJson.Default.FaceDetectionItem)
        ?? throw new InvalidDataException("A stored detection is null.");
}
