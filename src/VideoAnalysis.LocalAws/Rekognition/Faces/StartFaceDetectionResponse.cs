namespace VideoAnalysis.LocalAws.Rekognition.Faces;

/// <summary>The model's response of <c>StartFaceDetection</c>.</summary>
/// <param name="JobId">The job.</param>
internal sealed record StartFaceDetectionResponse(string JobId);
