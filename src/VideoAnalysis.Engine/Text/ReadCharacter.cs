namespace VideoAnalysis.Engine.Text;

/// <summary>A character of a line.</summary>
/// <param name="Character">The character; some are more than one UTF-16 code unit.</param>
/// <param name="Position">Where its middle is: 0 at the line's left edge, 1 at the right one.</param>
/// <param name="Probability">0 to 1.</param>
internal readonly record struct ReadCharacter(string Character, double Position, float Probability)
{
    /// <summary>Whether it separates words.</summary>
    public bool IsSpace => string.IsNullOrWhiteSpace(Character);
}
