namespace VideoAnalysis.Engine.Pictures;

/// <summary>What is beyond the edges of a picture.</summary>
internal enum Beyond
{
    /// <summary>Black.</summary>
    Black,

    /// <summary>The nearest pixel of the picture.</summary>
    Edge,
}
