namespace VideoAnalysis.Engine;

/// <summary>One analysis of a video, with its settings. Each analysis has its own kind of request.</summary>
/// <param name="Analysis">The analysis's name, as in <see cref="IVideoEngine.Analyses"/>.</param>
public abstract record EngineRequest(string Analysis);
