namespace VideoAnalysis.Engine.Faces;

/// <summary>A part of a picture, in pixels; it may reach beyond the right and the lower edge.</summary>
/// <param name="X">Its left edge, at least 0.</param>
/// <param name="Y">Its top edge, at least 0.</param>
/// <param name="Width">As wide as all tiles of a level.</param>
/// <param name="Height">As high as all tiles of a level.</param>
internal readonly record struct Tile(int X, int Y, int Width, int Height);
