using System.Text.Json;
using VideoAnalysis.LocalAws.Rekognition.Jobs;

namespace VideoAnalysis.LocalAws.Rekognition.Faces;

/// <summary><c>StartFaceDetection</c>: the job is on the disk before it is answered.</summary>
internal sealed class StartFaceDetection(JobStarter starter)
    : RekognitionOperation<StartFaceDetectionRequest, StartFaceDetectionResponse>(
        OperationName, RekognitionJson.Default.StartFaceDetectionRequest, RekognitionJson.Default.StartFaceDetectionResponse)
{
    /// <summary>The name in the service model, and in completion messages.</summary>
    public const string OperationName = "StartFaceDetection";

    /// <inheritdoc/>
    protected override async Task<StartFaceDetectionResponse> InvokeAsync(
        StartFaceDetectionRequest request, CancellationToken cancellationToken)
    {
        request.Validate();

        // To leave the attributes out is to ask for the default ones: the same inputs, as far as a token goes.
        request = request with
        {
            FaceAttributes = request.FaceAttributes ?? StartFaceDetectionRequest.DefaultAttributes,
        };
        var source = request.Video!.S3Object!;
        var jobId = await starter.StartAsync(
            new NewJob
            {
                Operation = OperationName,
                Token = request.ClientRequestToken,
                Request = JsonSerializer.Serialize(request, RekognitionJson.Default.StartFaceDetectionRequest),
                Source = source,
                Tag = request.JobTag,
                Topic = request.NotificationChannel?.TopicArn,
                AllAttributes = request.FaceAttributes == StartFaceDetectionRequest.AllAttributes,
            },
            cancellationToken);
        return new(jobId);
    }
}
