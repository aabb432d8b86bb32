namespace VideoAnalysis.Engine.Persons;

/// <summary>
/// What the distance of two embeddings means as a similarity: the one place that says it. Similarities follow a
/// logistic curve through two points. A distance of 0.44 is 80, Rekognition's default threshold: up to there
/// appearances are joined without any other evidence. dlib's own threshold for two pictures of one person is 0.6; at
/// 0.49 a stranger whose face is small and seen from the side passes already. A distance of 0.3, as between pictures of
/// one recording, is 99.
/// </summary>
internal static class FaceSimilarity
{
    private const double UsualDistance = 0.44;
    private const double UsualSimilarity = 0.8;
    private const double NearDistance = 0.3;
    private const double NearSimilarity = 0.99;

    private static readonly double Steepness =
        (Odds(NearSimilarity) - Odds(UsualSimilarity)) / (UsualDistance - NearDistance);

    private static readonly double Even = UsualDistance + (Odds(UsualSimilarity) / Steepness);

    /// <summary>The similarity of two faces.</summary>
    /// <returns>0 to 100.</returns>
    public static float Of(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        double squares = 0;
        for (var i = 0; i < first.Length; i++)
        {
            double difference = first[i] - second[i];
            squares += difference * difference;
        }

        return Of(Math.Sqrt(squares));
    }

    /// <summary>The similarity at a distance.</summary>
    /// <param name="distance">Euclidean, of two embeddings.</param>
    /// <returns>0 to 100.</returns>
    public static float Of(double distance) => (float)(100 / (1 + Math.Exp(Steepness * (distance - Even))));

    // As a logarithm.
    private static double Odds(double share) => Math.Log(share / (1 - share));
}
