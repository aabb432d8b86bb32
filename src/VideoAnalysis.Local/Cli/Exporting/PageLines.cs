namespace VideoAnalysis.Local.Cli.Exporting;

/// <summary>The lines of a page of newline-delimited JSON.</summary>
internal static class PageLines
{
    /// <summary>The lines, without their ends.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(ReadOnlyMemory<byte> page)
    {
        while (page.Span.IndexOf((byte)'\n') is var end and >= 0)
        {
            yield return page[..end];
            page = page[(end + 1)..];
        }
    }
}
