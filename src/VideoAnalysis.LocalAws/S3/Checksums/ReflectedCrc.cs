using System.Buffers.Binary;

namespace VideoAnalysis.LocalAws.S3.Checksums;

/// <summary>
/// A cyclic redundancy check whose bits run from the least significant, begun and ended with all ones: CRC-32 and
/// CRC-64/NVME are two of them. Eight bytes a step, by tables: a large upload is not to wait for its checksum.
/// </summary>
internal sealed class ReflectedCrc : IChecksum
{
    private const int Step = 8;

    private readonly ulong[][] _tables;
    private readonly int _bytes;
    private ulong _state;

    private ReflectedCrc(ulong[][] tables, int bytes)
    {
        _tables = tables;
        _bytes = bytes;
        _state = ulong.MaxValue >> (64 - (8 * bytes));
    }

    /// <summary>CRC-32 as in ISO/IEC 13239 (zip, Ethernet).</summary>
    public static Func<IChecksum> Crc32 { get; } = Factory(0xEDB88320, sizeof(uint));

    /// <summary>CRC-64/NVME, from the NVM Express command set specification.</summary>
    public static Func<IChecksum> Crc64Nvme { get; } = Factory(0x9A6C9329AC4BC9B5, sizeof(ulong));

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var state = _state;
        var t = _tables;
        while (bytes.Length >= Step)
        {
            var block = state ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            state = t[7][(byte)block]
                ^ t[6][(byte)(block >> 8)]
                ^ t[5][(byte)(block >> 16)]
                ^ t[4][(byte)(block >> 24)]
                ^ t[3][(byte)(block >> 32)]
                ^ t[2][(byte)(block >> 40)]
                ^ t[1][(byte)(block >> 48)]
                ^ t[0][(byte)(block >> 56)];
            bytes = bytes[Step..];
        }

        foreach (var b in bytes)
        {
            state = t[0][(byte)(state ^ b)] ^ (state >> 8);
        }

        _state = state;
    }

    /// <inheritdoc/>
    public byte[] Finish()
    {
        Span<byte> all = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(all, ~_state);
        return all[^_bytes..].ToArray();
    }

    private static Func<IChecksum> Factory(ulong reflectedPolynomial, int bytes)
    {
        // Table n tells what a byte does to the state when n more bytes have followed it.
        var tables = new ulong[Step][];
        tables[0] = new ulong[256];
        for (var value = 0; value < 256; value++)
        {
            var state = (ulong)value;
            for (var bit = 0; bit < 8; bit++)
            {
                state = (state & 1) == 0 ? state >> 1 : (state >> 1) ^ reflectedPolynomial;
            }

            tables[0][value] = state;
        }

        for (var n = 1; n < Step; n++)
        {
            tables[n] = Array.ConvertAll(tables[n - 1], state => tables[0][(byte)state] ^ (state >> 8));
        }

        return () => new ReflectedCrc(tables, bytes);
    }
}
