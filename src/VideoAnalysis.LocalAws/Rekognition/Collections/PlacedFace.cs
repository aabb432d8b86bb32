namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary>A face of a picture that is indexed.</summary>
/// <param name="Place">
/// Which of all the faces that the engine measures in the picture it is, whichever are indexed.
/// </param>
/// <param name="Known">The face, and what it is recognised by.</param>
internal sealed record PlacedFace(int Place, KnownFace Known);
