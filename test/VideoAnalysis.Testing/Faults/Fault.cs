namespace VideoAnalysis.Testing.Faults;

/// <summary>One thing that goes wrong in a run.</summary>
/// <param name="Call">At which call to the outside, counted from 0 through the whole run.</param>
/// <param name="Kind">How.</param>
public sealed record Fault(int Call, FaultKind Kind);
