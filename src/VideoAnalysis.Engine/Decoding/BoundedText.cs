using System.Text;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>The end of a text that may be of any length. Written by one thread and read by others.</summary>
internal sealed class BoundedText(int limit)
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();

    /// <summary>How many bytes the whole text has.</summary>
    public long Length { get; private set; }

    /// <summary>Adds to the end of the text.</summary>
    /// <param name="bytes">UTF-8; what is no printable ASCII is replaced by a space.</param>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            Length += bytes.Length;
            foreach (var value in bytes[Math.Max(0, bytes.Length - limit)..])
            {
                _text.Append(value is > (byte)' ' and <= (byte)'~' ? (char)value : ' ');
            }

            _text.Remove(0, Math.Max(0, _text.Length - limit));
        }
    }

    /// <summary>The end of the text, in one line.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join(' ', _text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
