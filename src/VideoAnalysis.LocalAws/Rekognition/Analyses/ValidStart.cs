using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Analyses;

/// <summary>A request to start a job, validated.</summary>
/// <param name="Request">The members that every such request has.</param>
/// <param name="Json">The whole request in one spelling: requests that ask for the same are the same text.</param>
internal sealed record ValidStart(StartJobRequest Request, string Json);
