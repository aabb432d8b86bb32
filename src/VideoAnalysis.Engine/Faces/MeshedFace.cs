using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Faces;

/// <summary>The points of one face.</summary>
/// <param name="Points">
/// 468 points: x and y in pixels of the frame, z in the same unit, smaller towards the camera. "Left" in the names
/// below is the left of the picture, as Rekognition has it.
/// </param>
/// <param name="Presence">
/// How sure the model is that this is a face, as log odds: 0 is even, each 1 is e times the odds.
/// </param>
internal sealed record MeshedFace(IReadOnlyList<Point3> Points, double Presence);
