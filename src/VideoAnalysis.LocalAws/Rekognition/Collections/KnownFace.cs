namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary>A face of a collection, and what it is recognised by.</summary>
/// <param name="Face">The face.</param>
/// <param name="Embedding">As the engine measured it.</param>
internal sealed record KnownFace(CollectionFace Face, float[] Embedding);
