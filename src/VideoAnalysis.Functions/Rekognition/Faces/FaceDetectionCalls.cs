using Amazon.Rekognition;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;
using AgeRange = VideoAnalysis.Analyses.Faces.AgeRange;
using Emotion = VideoAnalysis.Analyses.Faces.Emotion;
using FaceDetection = VideoAnalysis.Analyses.Faces.FaceDetection;

namespace VideoAnalysis.Functions.Rekognition.Faces;

/// <summary><c>StartFaceDetection</c> and <c>GetFaceDetection</c>.</summary>
internal sealed class FaceDetectionCalls(FaceAnalysis analysis) : RekognitionCalls
{
    public override Analysis Analysis => analysis;

    public override async Task<string> StartAsync(
        IAmazonRekognition client,
        StartRequest request,
        CompletionChannel channel,
        CancellationToken cancellationToken)
    {
        var response = await client.StartFaceDetectionAsync(
            new()
            {
                Video = request.Upload.ToRekognition(),
                FaceAttributes = analysis.Attributes switch
                {
                    VideoAnalysis.Analyses.Faces.FaceAttributes.All => Amazon.Rekognition.FaceAttributes.ALL,
                    _ => Amazon.Rekognition.FaceAttributes.DEFAULT,
                },
                ClientRequestToken = request.Token.Value,
                JobTag = request.Tag.ToString(),
                NotificationChannel = channel.ToRekognition(),
            },
            cancellationToken);
        return response.JobId;
    }

    public override async Task<AnalysisPage> GetPageAsync(
        IAmazonRekognition client, string jobId, string? nextToken, CancellationToken cancellationToken)
    {
        var response = await client.GetFaceDetectionAsync(
            new() { JobId = jobId, NextToken = nextToken, MaxResults = MaxResults }, cancellationToken);
        return new(
            response.JobStatus.ToJobStatus(),
            response.StatusMessage,
            response.VideoMetadata?.ToDomain(),
            [.. (response.Faces ?? []).Select(ToDomain)],
            response.NextToken.OrNull());
    }

    private static FaceDetection ToDomain(Amazon.Rekognition.Model.FaceDetection found)
    {
        var face = found.Face;
        return new()
        {
            Timestamp = found.Timestamp ?? 0,
            Confidence = face.Confidence,
            BoundingBox = face.BoundingBox.ToDomain(),
            Landmarks = face.Landmarks.ToDomain(),
            Pose = face.Pose?.ToDomain(),
            Quality = face.Quality?.ToDomain(),
            AgeRange = face.AgeRange is { } age ? new AgeRange(age.Low ?? 0, age.High ?? 0) : null,
            Gender = face.Gender is { } gender ? new(gender.Value.Value, gender.Confidence ?? 0) : null,
            Smile = Trait(face.Smile?.Value, face.Smile?.Confidence),
            Eyeglasses = Trait(face.Eyeglasses?.Value, face.Eyeglasses?.Confidence),
            Sunglasses = Trait(face.Sunglasses?.Value, face.Sunglasses?.Confidence),
            Beard = Trait(face.Beard?.Value, face.Beard?.Confidence),
            Mustache = Trait(face.Mustache?.Value, face.Mustache?.Confidence),
            EyesOpen = Trait(face.EyesOpen?.Value, face.EyesOpen?.Confidence),
            MouthOpen = Trait(face.MouthOpen?.Value, face.MouthOpen?.Confidence),
            Emotions = face.Emotions is { Count: > 0 } emotions
                ? [.. emotions.Select(emotion => new Emotion(emotion.Type.Value, emotion.Confidence ?? 0))]
                : null,
        };
    }

    private static FaceTrait<bool>? Trait(bool? value, float? confidence) =>
        value is { } known ? new(known, confidence ?? 0) : null;
}
