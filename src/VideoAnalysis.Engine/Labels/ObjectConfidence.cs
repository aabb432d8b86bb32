namespace VideoAnalysis.Engine.Labels;

/// <summary>
/// What the network's scores mean as confidences. NanoDet's score is the overlap that it expects its box to have with
/// the true one, so that even sure objects seldom score above 0.8: taken as they are, the scores would leave little
/// above Rekognition's default of 50. The score from which on most objects are real, <see cref="Even"/>, is made 50.
/// </summary>
internal static class ObjectConfidence
{
    /// <summary>The score that is a confidence of 50.</summary>
    public const float Even = 0.4f;

    /// <summary>
    /// The least confidence that is ever told: whoever asks for less would get thousands of boxes of nothing.
    /// </summary>
    public const float Least = 20;

    private static readonly double Exponent = Math.Log(0.5) / Math.Log(Even);

    /// <summary>The confidence of a score.</summary>
    /// <param name="score">0 to 1.</param>
    /// <returns>0 to 100.</returns>
    public static float Of(float score) => (float)(100 * Math.Pow(Math.Clamp(score, 0, 1), Exponent));

    /// <summary>The score from which on things have a confidence.</summary>
    /// <param name="confidence">0 to 100.</param>
    /// <returns>0 to 1.</returns>
    public static float ScoreOf(float confidence) =>
        (float)Math.Pow(Math.Clamp(confidence, 0, 100) / 100, 1 / Exponent);
}
