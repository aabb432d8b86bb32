using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Labels;

/// <summary>An object that the network sees.</summary>
/// <param name="Class">Which of COCO's classes it is, from 0.</param>
/// <param name="Score">How sure the network is, 0 to 1.</param>
/// <param name="Box">Where it is, in pixels of the picture; it may reach beyond it.</param>
internal readonly record struct DetectedObject(int Class, float Score, Rectangle Box);
