namespace VideoAnalysis.LocalAws.Rekognition.Protocol;

/// <summary>What every <c>Start</c> request is answered with.</summary>
/// <param name="JobId">The job.</param>
internal sealed record StartJobResponse(string JobId);
