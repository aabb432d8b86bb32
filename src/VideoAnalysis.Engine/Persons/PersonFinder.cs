using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Engine.Analyses;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Faces;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Persons;

/// <summary>
/// The analysis <c>persons</c>: the faces at every half second, for somebody who knows whose they are.
/// </summary>
/// <param name="faces">Finds the faces; where both analyses are wanted, once for both.</param>
internal sealed class PersonFinder(FaceFinder faces) : EngineAnalysis<PersonRequest>
{
    /// <inheritdoc/>
    public override string Name => "persons";

    /// <inheritdoc/>
    protected override EngineRun Begin(PersonRequest request, VideoMetadata video) => new Run(this, faces);

    private sealed class Run(PersonFinder finder, FaceFinder faces) : EngineRun
    {
        public override IReadOnlyList<EngineFinding> Look(SampledPicture picture) =>
            [.. faces.Find(picture, FaceAttributes.Default).Select(face =>
                new EngineFinding(finder.Name, face.Detection, face.Embedding))];
    }
}
