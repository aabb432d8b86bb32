using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Engine.Analyses;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Faces;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Persons;

/// <summary>The analysis <c>persons</c>: the faces at every half second, for somebody who knows whose they are.</summary>
/// <param name="faces">Finds the faces; where both analyses are wanted, once for both.</param>
internal sealed class PersonFinder(FaceFinder faces) : IEngineAnalysis
{
    /// <inheritdoc/>
    public string Name => "persons";

    /// <inheritdoc/>
    public EngineRun Begin(EngineRequest request, VideoMetadata video) => request is PersonRequest
        ? new Run(this, faces)
        : throw new ArgumentException($"{request.GetType().Name} is no request for persons.", nameof(request));

    private sealed class Run(PersonFinder finder, FaceFinder faces) : EngineRun
    {
        public override IReadOnlyList<EngineFinding> Look(SampledPicture picture) =>
            [.. faces.Find(picture, FaceAttributes.Default).Select(face =>
                new EngineFinding(finder.Name, face.Detection, face.Embedding))];
    }
}
