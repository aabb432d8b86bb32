using OpenCvSharp;

namespace VideoAnalysis.Engine.Faces;

/// <summary>A place that the detector model takes for a face, in pixels of the frame.</summary>
/// <param name="Box">The model's square around eyes, nose and mouth; it leaves forehead and chin out.</param>
/// <param name="Score">How sure the model is, 0 to 1.</param>
/// <param name="EyeLeft">The eye on the left of the picture.</param>
/// <param name="EyeRight">The eye on the right of the picture.</param>
internal readonly record struct FaceCandidate(Rect2d Box, double Score, Point2d EyeLeft, Point2d EyeRight);
