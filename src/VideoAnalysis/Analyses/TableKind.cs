namespace VideoAnalysis.Analyses;

/// <summary>What the fields of a column are, whether there is something in one or not.</summary>
public enum TableKind
{
    /// <summary>Whole numbers.</summary>
    WholeNumber,

    /// <summary>Numbers that may have a fraction.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Truth,

    /// <summary>Somebody's words: they may hold any character.</summary>
    Text,
}
