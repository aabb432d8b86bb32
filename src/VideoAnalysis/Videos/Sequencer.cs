using System.Globalization;

namespace VideoAnalysis.Videos;

/// <summary>
/// S3's ordering of the events of one object key: a hexadecimal string. Two sequencers are compared as strings
/// after the shorter is padded on the right with zeros, and mean something for the same key only
/// (S3 User Guide, "Event message structure").
/// </summary>
public readonly record struct Sequencer : IComparable<Sequencer>
{
    private readonly string _hex;

    /// <summary>Wraps the value of an event's <c>s3.object.sequencer</c>.</summary>
    /// <exception cref="FormatException">The value is empty, or is not hexadecimal.</exception>
    public Sequencer(string value)
    {
        if (string.IsNullOrEmpty(value) || !value.All(char.IsAsciiHexDigit))
        {
            throw new FormatException($"A sequencer is a hexadecimal string, not \"{value}\".");
        }

        // Trailing zeros carry no order, so equal sequencers are equal strings. One digit stays: what is written down
        // has to be a sequencer when it is read again.
        var digits = value.ToUpper(CultureInfo.InvariantCulture).TrimEnd('0');
        _hex = digits.Length > 0 ? digits : "0";
    }

    /// <inheritdoc/>
    public int CompareTo(Sequencer other) => string.CompareOrdinal(_hex, other._hex);

    /// <summary>Whether the left event came before the right one.</summary>
    public static bool operator <(Sequencer left, Sequencer right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left event came after the right one.</summary>
    public static bool operator >(Sequencer left, Sequencer right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left event is the right one or came before it.</summary>
    public static bool operator <=(Sequencer left, Sequencer right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left event is the right one or came after it.</summary>
    public static bool operator >=(Sequencer left, Sequencer right) => left.CompareTo(right) >= 0;

    /// <summary>The hexadecimal digits, upper case, without trailing zeros.</summary>
    public override string ToString() => _hex ?? "0";
}
