namespace VideoAnalysis.Engine.Faces;

/// <summary>One size at which a frame is looked at.</summary>
/// <param name="Model">Which model looks.</param>
/// <param name="Scale">Pixels of the level for one of the frame, at most 1.</param>
/// <param name="Width">The frame's width at this level.</param>
/// <param name="Height">The frame's height at this level.</param>
/// <param name="Tiles">What the model sees at a time.</param>
internal sealed record ScanLevel(BlazeFaceKind Model, double Scale, int Width, int Height, IReadOnlyList<Tile> Tiles);
