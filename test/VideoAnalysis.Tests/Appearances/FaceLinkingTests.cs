using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Tests.Appearances;

/// <summary>How well faces are joined in made-up films, in which it is known who is who.</summary>
[Slow]
public sealed class FaceLinkingTests
{
    private static readonly FaceAnalysis Faces = new(FaceAttributes.Default);

    [Fact]
    public void With_cuts_known_at_most_1_in_100_appearances_mixes_two_people()
    {
        var figures = Measure(isCrowd: false);

        Assert.InRange(figures.Cuts.Mixed, 0, 0.01);
    }

    /// <summary>In a busy street people hide each other all the time: boxes alone do not tell them apart.</summary>
    [Fact]
    public void In_crowds_embeddings_keep_people_apart()
    {
        var figures = Measure(isCrowd: true);

        Assert.InRange(figures.Both.Mixed, 0, figures.Cuts.Mixed / 4);
    }

    private static (IdentityScore Cuts, IdentityScore Both) Measure(bool isCrowd)
    {
        // Not the seeds on which a threshold was chosen: those are 1 to 20.
        Film[] films = [.. Enumerable.Range(1_001, 40).Select(seed => FilmSimulator.Make(seed, isCrowd))];
        var nothing = Score(films, cuts: false, embeddings: false);
        var cuts = Score(films, cuts: true, embeddings: false);
        var embeddings = Score(films, cuts: false, embeddings: true);
        var both = Score(films, cuts: true, embeddings: true);
        Measured.Report(
            $"{films.Length} simulated films of {FilmSimulator.People} people each, "
            + $"{films.Sum(film => film.Faces.Count)} faces, {films.Sum(film => film.Cuts.Count)} cuts. Nothing "
            + $"else known: {nothing}. Cuts known: {cuts}. Embeddings: {embeddings}. Both: {both}.");
        return (cuts, both);
    }

    private static IdentityScore Score(Film[] films, bool cuts, bool embeddings)
    {
        var score = new IdentityScore();
        foreach (var film in films)
        {
            score.Add(film, Tracking.Follow(Faces, film.Faces, film.Evidence(cuts, embeddings), film.Duration));
        }

        return score;
    }
}
