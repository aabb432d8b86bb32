namespace VideoAnalysis.Backfilling;

/// <summary>Which videos a backfill takes.</summary>
public enum BackfillScope
{
    /// <summary>Those of which nothing is stored: never analysed, or expired. What was deleted stays deleted.</summary>
    New,

    /// <summary>Those whose analysis failed.</summary>
    Failed,

    /// <summary>Both.</summary>
    NewAndFailed,

    /// <summary>Every one, also those that succeeded or were deleted.</summary>
    All,
}
