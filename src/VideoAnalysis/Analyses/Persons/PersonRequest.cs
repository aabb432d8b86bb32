using VideoAnalysis.Engine;

namespace VideoAnalysis.Analyses.Persons;

/// <summary>
/// Asks the engine for persons: every face, with its embedding. Who it is, and which faces are of one person, is found
/// where the known faces are.
/// </summary>
public sealed record PersonRequest() : EngineRequest("persons");
