using OpenCvSharp;

namespace VideoAnalysis.Engine.Faces;

/// <summary>One size at which a frame is looked at.</summary>
/// <param name="Model">Which model looks; its input size is that of the tiles.</param>
/// <param name="Scale">Pixels of the level for one of the frame.</param>
/// <param name="Size">The frame's size at this level.</param>
/// <param name="Tiles">The top left corners of the squares that the model sees; below 0 where there is margin.</param>
internal sealed record ScanLevel(BlazeFaceKind Model, double Scale, Size Size, IReadOnlyList<Point> Tiles);
