using System.Globalization;

namespace VideoAnalysis.Analyses;

/// <summary>What stands in one field of a table: a number, a truth value, a text, or nothing.</summary>
/// <param name="Text">As it is written, whatever the reader's language.</param>
/// <param name="Kind">What the column's fields are.</param>
public readonly record struct TableValue(string Text, TableKind Kind)
{
    /// <summary>A number; nothing when it is absent.</summary>
    public static TableValue Of(long? number) =>
        new(number?.ToString(CultureInfo.InvariantCulture) ?? "", TableKind.WholeNumber);

    /// <summary>A number with all its digits; nothing when it is absent.</summary>
    public static TableValue Of(float? number) =>
        new(number?.ToString(CultureInfo.InvariantCulture) ?? "", TableKind.Number);

    /// <summary><c>true</c> or <c>false</c>; nothing when it is absent.</summary>
    public static TableValue Of(bool? value) =>
        new(value switch { true => "true", false => "false", null => "" }, TableKind.Truth);

    /// <summary>A text; nothing when it is absent.</summary>
    public static TableValue Of(string? text) => new(text ?? "", TableKind.Text);

    /// <summary>Several texts, with a bar between two; nothing when they are absent.</summary>
    public static TableValue OfAll(IEnumerable<string>? texts) => Of(texts is null ? null : string.Join('|', texts));
}
