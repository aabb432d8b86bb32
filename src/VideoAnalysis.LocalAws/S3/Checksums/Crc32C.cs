using System.Buffers.Binary;
using System.Numerics;

namespace VideoAnalysis.LocalAws.S3.Checksums;

/// <summary>CRC-32C (Castagnoli), for which processors have an instruction.</summary>
internal sealed class Crc32C : IChecksum
{
    private uint _state = uint.MaxValue;

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var state = _state;
        while (bytes.Length >= sizeof(ulong))
        {
            state = BitOperations.Crc32C(state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var b in bytes)
        {
            state = BitOperations.Crc32C(state, b);
        }

        _state = state;
    }

    /// <inheritdoc/>
    public byte[] Finish()
    {
        var result = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(result, ~_state);
        return result;
    }
}
