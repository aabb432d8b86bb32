namespace VideoAnalysis.Videos;

/// <summary>
/// A box as ratios of the frame's width and height; (0, 0) is the top left corner. What reaches beyond the frame
/// has values below 0 or sums above 1.
/// </summary>
/// <param name="Left">Left edge, ratio of the frame's width.</param>
/// <param name="Top">Top edge, ratio of the frame's height.</param>
/// <param name="Width">Ratio of the frame's width.</param>
/// <param name="Height">Ratio of the frame's height.</param>
public sealed record BoundingBox(float Left, float Top, float Width, float Height);
