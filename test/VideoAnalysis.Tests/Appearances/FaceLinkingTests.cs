using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Tests.Appearances;

/// <summary>How well faces are joined in made-up films whose people are known. The rule was chosen without them.</summary>
public sealed class FaceLinkingTests
{
    private static readonly FaceAnalysis Faces = new(FaceAttributes.Default);

    /// <summary>Not the seeds on which a threshold was chosen: those are 1 to 20.</summary>
    private static readonly Film[] Films = [.. Enumerable.Range(1_001, 40).Select(FilmSimulator.Make)];

    [Fact]
    public void With_cuts_known_at_most_1_in_100_appearances_mixes_two_people()
    {
        var (nothing, cuts, embeddings, both) = (Score(false, false), Score(true, false), Score(false, true), Score(true, true));

        Measured.Report(
            $"{Films.Length} simulated films of {FilmSimulator.People} people each, {Films.Sum(film => film.Faces.Count)} faces, "
            + $"{Films.Sum(film => film.Cuts.Count)} cuts. Nothing else known: {nothing}. Cuts known: {cuts}. "
            + $"Embeddings: {embeddings}. Both: {both}.");
        Assert.InRange(cuts.Mixed, 0, 0.01);
    }

    private static IdentityScore Score(bool cuts, bool embeddings)
    {
        var score = new IdentityScore();
        foreach (var film in Films)
        {
            score.Add(film, Tracking.Follow(Faces, film.Faces, film.Evidence(cuts, embeddings), film.Duration));
        }

        return score;
    }
}
