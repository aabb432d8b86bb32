namespace VideoAnalysis.Engine.Text;

/// <summary>A line of text that was read.</summary>
/// <param name="Whole">The line.</param>
/// <param name="Words">Its words, from left to right: what stands between spaces.</param>
internal sealed record TextLine(TextPart Whole, IReadOnlyList<TextPart> Words);
