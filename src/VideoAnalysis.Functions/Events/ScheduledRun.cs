namespace VideoAnalysis.Functions.Events;

/// <summary>The part of EventBridge's scheduled event that says which run this is.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Time">When the run was due.</param>
public sealed record ScheduledRun(string? Id, DateTimeOffset? Time);
