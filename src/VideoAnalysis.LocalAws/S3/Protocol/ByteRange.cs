using System.Globalization;

namespace VideoAnalysis.LocalAws.S3.Protocol;

/// <summary>A stretch of an object.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct ByteRange(long Offset, long Length)
{
    private const string Unit = "bytes=";

    /// <summary>Reads a <c>Range</c> header.</summary>
    /// <param name="header">The header.</param>
    /// <param name="size">The object's size.</param>
    /// <returns>
    /// The range, cut to the object; null if the whole object is to be sent, as for what S3 does not understand: other
    /// units, and several ranges at once.</returns>
    /// <exception cref="S3Exception">No byte of the object lies in it.</exception>
    public static ByteRange? Parse(string? header, long size)
    {
        if (header?.StartsWith(Unit, StringComparison.OrdinalIgnoreCase) != true
            || header[Unit.Length..].Split('-') is not [var first, var last]
            || !TryNumber(first, out var from)
            || !TryNumber(last, out var to)
            || (from is null && to is null)
            || from > to)
        {
            return null;
        }

        var range = from is { } offset
            ? new ByteRange(offset, Math.Min(to ?? long.MaxValue, size - 1) - offset + 1)
            : new ByteRange(Math.Max(0, size - to!.Value), Math.Min(size, to.Value));
        return range.Length > 0 ? range : throw S3Errors.InvalidRange(header, size);
    }

    /// <summary>Reads an <c>x-amz-copy-source-range</c> header, which must lie within the object.</summary>
    /// <exception cref="S3Exception">The range does not lie within the object.</exception>
    public static ByteRange ParseCopySource(string header, long size) =>
        header.StartsWith(Unit, StringComparison.Ordinal)
        && header[Unit.Length..].Split('-') is [var first, var last]
        && TryNumber(first, out var from) && from is { } offset
        && TryNumber(last, out var to) && to is { } end
        && offset <= end && end < size
            ? new ByteRange(offset, end - offset + 1)
            : throw S3Errors.InvalidArgument(
                "x-amz-copy-source-range",
                header,
                $"Range specified is not valid for source object of size: {size}. It must be bytes=first-last.");

    /// <summary>The header that tells of it.</summary>
    public string ContentRange(long size) => $"bytes {Offset}-{Offset + Length - 1}/{size}";

    private static bool TryNumber(string text, out long? number)
    {
        number = null;
        if (text.Trim().Length == 0)
        {
            return true;
        }

        var isNumber = long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        number = value;
        return isNumber;
    }
}
