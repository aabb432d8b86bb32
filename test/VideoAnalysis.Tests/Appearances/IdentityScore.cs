using System.Globalization;

namespace VideoAnalysis.Tests.Appearances;

/// <summary>How well appearances agree with the truth, over several films.</summary>
internal sealed class IdentityScore
{
    private long _faces;
    private long _matched;
    private int _appearances;
    private int _mixed;
    private int _marked;
    private int _mixedAndMarked;
    private int _switches;
    private int _fragments;

    /// <summary>The share of the appearances that show two people or more.</summary>
    public double Mixed => (double)_mixed / _appearances;

    public void Add(Film film, Tracked tracked)
    {
        var numbers = tracked.Detections.Select(each => each.Appearance!.Value).ToArray();
        var marked = tracked.Appearances.Where(each => each.AcrossCuts is not null).Select(each => each.Id).ToHashSet();
        foreach (var appearance in Enumerable.Range(0, numbers.Length).GroupBy(i => numbers[i]))
        {
            var people =
                appearance.Select(i => film.People[i]).Where(person => person != Film.Nobody).Distinct().Count();
            _appearances += people > 0 ? 1 : 0;
            _mixed += people > 1 ? 1 : 0;
            _marked += people > 0 && marked.Contains(appearance.Key) ? 1 : 0;
            _mixedAndMarked += people > 1 && marked.Contains(appearance.Key) ? 1 : 0;
        }

        var stays = Enumerable.Range(0, numbers.Length)
            .Where(i => film.People[i] != Film.Nobody).GroupBy(i => film.Stays[i]).ToList();
        foreach (var stay in stays)
        {
            var followed = stay.Select(i => numbers[i]).ToList();
            _switches += followed.Zip(followed.Skip(1)).Count(pair => pair.First != pair.Second);
            _fragments += followed.Distinct().Count() - 1;
        }

        var overlap = new long[stays.Count, tracked.Appearances.Count];
        for (var stay = 0; stay < stays.Count; stay++)
        {
            foreach (var i in stays[stay])
            {
                overlap[stay, numbers[i]]++;
            }
        }

        _matched += Assignment.Best(overlap);
        _faces += numbers.Length + stays.Sum(stay => stay.Count());
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var marks = _marked == 0
            ? ""
            : $" (marked unverified: {Percent(_mixedAndMarked, _mixed)} of them, "
                + $"{Percent(_marked - _mixedAndMarked, _appearances - _mixed)} of the others)";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_mixed} of {_appearances} appearances ({Percent(_mixed, _appearances)}) mix two people{marks}, "
            + $"{_switches} ID switches, {_fragments} fragments, IDF1 {2.0 * _matched / _faces:0.000}");
    }

    private static string Percent(int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / Math.Max(whole, 1):0.0} %");
}
