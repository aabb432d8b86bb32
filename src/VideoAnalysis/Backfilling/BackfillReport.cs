namespace VideoAnalysis.Backfilling;

/// <summary>What a backfill did.</summary>
public sealed record BackfillReport
{
    /// <summary>Objects seen in the bucket.</summary>
    public int Examined { get; init; }

    /// <summary>Analyses put into the backlog.</summary>
    public int Queued { get; init; }

    /// <summary>Where to go on, when time ran out before the end of the bucket.</summary>
    public string? ContinueAfter { get; init; }
}
