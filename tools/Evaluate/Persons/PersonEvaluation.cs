using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Engine;
using VideoAnalysis.Evaluate.Scenes;

namespace VideoAnalysis.Evaluate.Persons;

/// <summary>
/// Measures who is recognised, at Rekognition's default threshold. Everybody is known by one picture, in the folder
/// <c>known</c> beside the video, which has the person's name.
/// </summary>
/// <param name="indexer">Measures the pictures.</param>
internal sealed class PersonEvaluation(IFaceIndexer indexer) : IMeasuredAnalysis
{
    private static readonly float DefaultThreshold = new PersonOptions().MinSimilarity;

    /// <inheritdoc/>
    public string Name => "persons";

    /// <inheritdoc/>
    public EngineRequest Request { get; } = new PersonRequest();

    /// <inheritdoc/>
    public async Task<IScore> StartAsync(string truth, CancellationToken cancellationToken)
    {
        var known = new List<(string Name, float[] Face)>();
        foreach (var picture in Directory.GetFiles(Path.Combine(Path.GetDirectoryName(truth)!, "known")))
        {
            var name = Path.GetFileNameWithoutExtension(picture);
            known.Add(await indexer.MeasureAsync(picture, cancellationToken) is [var largest, ..]
                ? (name, largest.Embedding.ToArray())
                : throw new InvalidDataException($"No face was found in {picture}."));
        }

        // Whoever is found in a face twice, as two people, is wrong at least once.
        return new SceneScore(
            await SceneTruth.LoadAsync(truth, cancellationToken),
            step => from finding in step.Findings
                    from person in known
                    where indexer.Similarity(finding.Embedding.Span, person.Face) >= DefaultThreshold
                    select person.Name);
    }
}
