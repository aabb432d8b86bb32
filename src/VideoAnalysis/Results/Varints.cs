namespace VideoAnalysis.Results;

/// <summary>Writes whole numbers in seven bits a byte, the lowest first: small ones take one byte.</summary>
internal ref struct VarintWriter(Span<byte> output, int start)
{
    private readonly Span<byte> _output = output;

    /// <summary>Where the next number goes.</summary>
    public int Position { get; private set; } = start;

    /// <summary>Writes a number, 0 or more.</summary>
    public void Write(long number)
    {
        var rest = (ulong)number;
        for (; rest >= 0x80; rest >>= 7)
        {
            _output[Position++] = (byte)(rest | 0x80);
        }

        _output[Position++] = (byte)rest;
    }

    /// <summary>Writes how far each number is from the one before, whether up or down.</summary>
    public void WriteDifferences(ReadOnlySpan<long> numbers)
    {
        var previous = 0L;
        foreach (var number in numbers)
        {
            var difference = number - previous;
            Write((difference << 1) ^ (difference >> 63));
            previous = number;
        }
    }
}

/// <summary>Reads what <see cref="VarintWriter"/> wrote.</summary>
internal ref struct VarintReader(ReadOnlySpan<byte> input)
{
    private readonly ReadOnlySpan<byte> _input = input;
    private int _position;

    /// <summary>What was not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _input[_position..];

    /// <summary>Reads a number.</summary>
    public long Read()
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = _input[_position++];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return (long)number;
            }
        }
    }

    /// <summary>Reads numbers that were written as differences.</summary>
    public void ReadDifferences(Span<long> numbers)
    {
        var previous = 0L;
        foreach (ref var number in numbers)
        {
            var coded = (ulong)Read();
            previous += (long)(coded >> 1) ^ -(long)(coded & 1);
            number = previous;
        }
    }
}
