using System.Buffers.Binary;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>A moment of sound: 48,000 times a second a sample of 16 bits for each channel.</summary>
/// <param name="timestamp">When it begins, in milliseconds.</param>
/// <param name="channels">How many channels there are.</param>
/// <param name="bytes">The samples, of one channel after the other, the lower byte of each first.</param>
internal sealed class SoundBlock(long timestamp, int channels, ReadOnlyMemory<byte> bytes)
{
    /// <summary>Samples a second, of each channel.</summary>
    public const int Rate = 48_000;

    /// <summary>When it begins, in milliseconds.</summary>
    public long Timestamp { get; } = timestamp;

    /// <summary>How many samples each channel has.</summary>
    public int Length => bytes.Length / (2 * channels);

    /// <summary>How loud a part of it is: the mean square of its samples, 1 at most.</summary>
    /// <param name="start">The first sample of each channel.</param>
    /// <param name="length">How many of each.</param>
    public double Power(int start, int length)
    {
        var part = bytes.Span.Slice(start * 2 * channels, length * 2 * channels);
        var sum = 0.0;
        for (var at = 0; at < part.Length; at += 2)
        {
            double sample = BinaryPrimitives.ReadInt16LittleEndian(part[at..]);
            sum += sample * sample;
        }

        return sum / (length * channels * 32768.0 * 32768.0);
    }
}
