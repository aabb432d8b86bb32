using VideoAnalysis.Engine;

namespace VideoAnalysis.Evaluate;

/// <summary>How right an analysis of one video is.</summary>
internal interface IScore
{
    /// <summary>What had to be found.</summary>
    int Expected { get; }

    /// <summary>How much of it was found.</summary>
    int Found { get; }

    /// <summary>What was found and is not there.</summary>
    int Invented { get; }

    /// <summary>How much of what was invented is a second answer for something that was found.</summary>
    int Doubled { get; }

    /// <summary>Adds what the engine says of one moment of the video.</summary>
    void Add(EngineStep step);

    /// <summary>Ends the video.</summary>
    /// <param name="length">Its length.</param>
    void End(TimeSpan length);

    /// <summary>Whether the analysis is as right as it must be. Known after the end.</summary>
    bool IsGood { get; }

    /// <summary>More figures of this analysis, each with its name. Known after the end.</summary>
    IEnumerable<(string Name, string Figure)> Details { get; }
}
