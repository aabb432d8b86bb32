using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Faces;

/// <summary>A place that the detector model takes for a face, in pixels.</summary>
/// <param name="Box">The model's square around eyes, nose and mouth; it leaves forehead and chin out.</param>
/// <param name="Score">How sure the model is, above 0 and below 1.</param>
/// <param name="EyeLeft">The eye on the left of the picture.</param>
/// <param name="EyeRight">The eye on the right of the picture.</param>
internal readonly record struct FaceCandidate(Rectangle Box, double Score, Point2 EyeLeft, Point2 EyeRight)
{
    /// <summary>The best score that the full-range model has here; 0 where it sees nothing.</summary>
    public double FullRangeScore { get; init; }

    /// <summary>The score as log odds: 0 is even, each 1 is e times the odds.</summary>
    public double LogOdds => Math.Log(Score / (1 - Score));

    /// <summary>What the full-range model adds to the log odds, at least 0.</summary>
    public double FullRangeLogOdds => Math.Max(0, Math.Log(FullRangeScore / (1 - FullRangeScore)));

    /// <summary>The same place in a picture that is larger.</summary>
    /// <param name="times">How many times.</param>
    public FaceCandidate Enlarged(double times) => this with
    {
        Box = new(Box.X * times, Box.Y * times, Box.Width * times, Box.Height * times),
        EyeLeft = new(EyeLeft.X * times, EyeLeft.Y * times),
        EyeRight = new(EyeRight.X * times, EyeRight.Y * times),
    };
}
