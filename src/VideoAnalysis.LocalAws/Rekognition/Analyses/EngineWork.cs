using VideoAnalysis.Analyses;
using VideoAnalysis.Engine;

namespace VideoAnalysis.LocalAws.Rekognition.Analyses;

/// <summary>What the engine has to do for a job, and what becomes of what it finds.</summary>
/// <param name="Request">Goes to the engine.</param>
/// <param name="Write">Writes a detection as the JSON of an item of the result list.</param>
internal sealed record EngineWork(EngineRequest Request, Func<Detection, string> Write);
