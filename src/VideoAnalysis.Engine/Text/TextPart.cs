using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Text;

/// <summary>A line of text, or a word of one.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Confidence">The mean of the confidences in its characters, 0 to 100 %.</param>
/// <param name="Polygon">
/// Its corners: upper left, upper right, lower right, lower left; as ratios of the picture's width and height.
/// </param>
internal sealed record TextPart(string Text, double Confidence, IReadOnlyList<Point2> Polygon);
