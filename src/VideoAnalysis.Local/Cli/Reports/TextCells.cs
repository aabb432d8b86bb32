using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace VideoAnalysis.Local.Cli.Reports;

/// <summary>
/// Text as a terminal shows it: in cells, of which a wide character takes two. A character that consists of several
/// code points stays in one piece.
/// </summary>
internal static class TextCells
{
    /// <summary>How many cells a text takes.</summary>
    public static int Count(string text) => Characters(text).Sum(CountOne);

    /// <summary>The text in exactly so many cells: followed by spaces, or cut and ended with an ellipsis.</summary>
    /// <param name="text">The text, without control characters.</param>
    /// <param name="cells">How many cells: 1 or more.</param>
    public static string Fit(string text, int cells)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 1);
        var whole = Count(text);
        if (whole <= cells)
        {
            return text + new string(' ', cells - whole);
        }

        var fitted = new StringBuilder();
        var taken = 1;
        foreach (var character in Characters(text))
        {
            if (taken + CountOne(character) > cells)
            {
                break;
            }

            taken += CountOne(character);
            fitted.Append(character);
        }

        return fitted.Append('…').Append(' ', cells - taken).ToString();
    }

    private static IEnumerable<string> Characters(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            yield return elements.GetTextElement();
        }
    }

    // Terminals draw a family or a flag in two cells, whatever it is made of.
    private static int CountOne(string character) => Math.Min(2, new Segment(character).CellCount());
}
