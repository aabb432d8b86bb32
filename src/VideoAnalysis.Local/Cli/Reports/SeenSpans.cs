using System.Globalization;
using VideoAnalysis.Local.Cli.Answers;

namespace VideoAnalysis.Local.Cli.Reports;

/// <summary>Somebody or something, and when it is seen.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Present">For how many milliseconds it is seen altogether.</param>
/// <param name="Spans">From when to when, in milliseconds, in the order of time.</param>
/// <param name="Best">The detection that shows it best in its longest appearance.</param>
internal sealed record SeenSpans(
    string Name, long Present, IReadOnlyList<(long Start, long End)> Spans, SeenBest? Best = null)
{
    /// <summary>
    /// Who and what is seen, for longest first. Appearances of one person or one subject are one; those of which
    /// neither is known stand alone, under their number.
    /// </summary>
    public static IReadOnlyList<SeenSpans> Of(IEnumerable<SeenAppearance> appearances) =>
    [
        .. appearances
            .GroupBy(each =>
                (each.Person, each.Subject?.Key, Id: each is { Person: null, Subject: null } ? each.Id : -1))
            .Select(group => new SeenSpans(
                NameOf(group.First()),
                group.Sum(each => each.Present),
                [.. group.Select(each => (each.Start, each.End)).Order()],
                group.MaxBy(each => each.Present)!.Best))
            .OrderByDescending(each => each.Present)
            .ThenBy(each => each.Spans[0].Start),
    ];

    private static string NameOf(SeenAppearance appearance) => Printable.Line(
        appearance.Person ?? appearance.Subject?.Name ?? appearance.Subject?.Key
        ?? string.Create(CultureInfo.InvariantCulture, $"#{appearance.Id}"));
}
