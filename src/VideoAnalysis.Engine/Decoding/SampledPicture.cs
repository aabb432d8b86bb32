namespace VideoAnalysis.Engine.Decoding;

/// <summary>What is shown at one of the half seconds 0, 500, 1000, … ms.</summary>
/// <param name="timestamp">That time, in milliseconds.</param>
/// <param name="width">Pixels.</param>
/// <param name="height">Pixels.</param>
/// <param name="buffer">The pixels.</param>
/// <param name="matrix">Which weights the colours were made with.</param>
/// <param name="repeated">Whether it is the sample before once more.</param>
internal sealed class SampledPicture(
    long timestamp, int width, int height, SharedBuffer buffer, ColorMatrix matrix, bool repeated)
    : DecodedPicture(timestamp, width, height, buffer)
{
    /// <summary>Which weights the colours were made with.</summary>
    public ColorMatrix Matrix { get; } = matrix;

    /// <summary>Every byte is the same as in the sample before: looking again finds the same.</summary>
    public bool Repeated { get; } = repeated;
}
