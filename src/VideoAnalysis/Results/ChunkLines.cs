using System.Buffers;

namespace VideoAnalysis.Results;

/// <summary>The lines of a chunk's body, one after the other. They are gone when it is disposed of.</summary>
internal ref struct ChunkLines
{
    private readonly byte[] _rented;
    private ReadOnlySpan<byte> _rest;
    private int _next;

    /// <summary>Unpacks a body.</summary>
    /// <exception cref="InvalidDataException">The body cannot be unpacked.</exception>
    public ChunkLines(ReadOnlySpan<byte> body, int jsonBytes)
    {
        _rented = JsonLines.Rent(body, jsonBytes);
        _rest = _rented.AsSpan(0, jsonBytes);
    }

    /// <summary>The line of that number, from 0, without its end. No line is read twice, nor one before it.</summary>
    public ReadOnlySpan<byte> Read(int number)
    {
        while (true)
        {
            var length = _rest.IndexOf((byte)'\n');
            var line = _rest[..length];
            _rest = _rest[(length + 1)..];
            if (_next++ == number)
            {
                return line;
            }
        }
    }

    /// <summary>Gives the memory back.</summary>
    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(_rented);
}
