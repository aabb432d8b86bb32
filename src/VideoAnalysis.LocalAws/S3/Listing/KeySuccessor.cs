using System.Text;

namespace VideoAnalysis.LocalAws.S3.Listing;

/// <summary>Where a list goes on after everything below a prefix.</summary>
internal static class KeySuccessor
{
    /// <summary>
    /// The first key, in the order of UTF-8 bytes, that is greater than all that begin with a prefix.
    /// </summary>
    /// <returns>That key, which need not exist; null if nothing can be greater.</returns>
    public static string? After(string prefix)
    {
        // The order of UTF-8 bytes is that of code points: the last one that has a next is replaced by it.
        var runes = prefix.EnumerateRunes().ToList();
        for (var i = runes.Count - 1; i >= 0; i--)
        {
            if (runes[i].Value < 0x10FFFF)
            {
                var next = runes[i].Value == 0xD7FF ? 0xE000 : runes[i].Value + 1;
                return string.Concat(runes.Take(i)) + new Rune(next);
            }
        }

        return null;
    }
}
