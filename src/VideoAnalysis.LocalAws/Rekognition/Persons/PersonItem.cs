using VideoAnalysis.LocalAws.Rekognition.Collections;
using VideoAnalysis.LocalAws.Rekognition.Faces;

namespace VideoAnalysis.LocalAws.Rekognition.Persons;

/// <summary>The model's <c>PersonMatch</c>: a person at a timestamp, known or not.</summary>
/// <param name="Timestamp">Milliseconds from the start of the video.</param>
/// <param name="Person">The person.</param>
/// <param name="FaceMatches">
/// The faces of the collection that the person's face is like, the most similar first.
/// </param>
internal sealed record PersonItem(long Timestamp, PersonDetail Person, IReadOnlyList<FaceMatch> FaceMatches);

/// <summary>The model's <c>PersonDetail</c>. Bodies are not looked for.</summary>
/// <param name="Index">Stands for the person within the job.</param>
/// <param name="Face">The face.</param>
internal sealed record PersonDetail(long Index, FaceDetail Face);

/// <summary>The model's <c>FaceMatch</c>.</summary>
/// <param name="Similarity">0 to 100.</param>
/// <param name="Face">The face of the collection.</param>
internal sealed record FaceMatch(float Similarity, CollectionFace Face);
