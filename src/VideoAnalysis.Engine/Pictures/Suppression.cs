namespace VideoAnalysis.Engine.Pictures;

/// <summary>Non-maximum suppression: of several sightings of one thing the surest is kept.</summary>
internal static class Suppression
{
    /// <summary>Keeps what no surer one is the same as.</summary>
    /// <param name="found">Everything.</param>
    /// <param name="score">How sure each is.</param>
    /// <param name="isSame">Whether two, the surer one first, are the same thing.</param>
    /// <returns>The surest first.</returns>
    public static List<T> Of<T>(IEnumerable<T> found, Func<T, double> score, Func<T, T, bool> isSame)
    {
        List<T> kept = [];
        // OrderBy is stable, so equal scores keep their order: the same picture, the same answer.
        foreach (var candidate in found.OrderByDescending(score))
        {
            if (!kept.Exists(surer => isSame(surer, candidate)))
            {
                kept.Add(candidate);
            }
        }

        return kept;
    }
}
