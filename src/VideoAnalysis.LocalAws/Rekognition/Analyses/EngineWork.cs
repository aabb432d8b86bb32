using VideoAnalysis.Engine;

namespace VideoAnalysis.LocalAws.Rekognition.Analyses;

/// <summary>What the engine has to do for a job, and what becomes of what it finds.</summary>
/// <param name="Request">Goes to the engine.</param>
/// <param name="Write">Writes what it finds, in the order in which it is found.</param>
internal sealed record EngineWork(EngineRequest Request, WriteFinding Write);

/// <summary>
/// Writes what the engine found as the JSON of an item of the result list; null if it was not asked for.
/// </summary>
internal delegate string? WriteFinding(EngineFinding finding);
