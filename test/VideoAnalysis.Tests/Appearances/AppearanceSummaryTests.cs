using VideoAnalysis.Appearances;

namespace VideoAnalysis.Tests.Appearances;

public sealed class AppearanceSummaryTests
{
    [Fact]
    public void Subjects_are_counted_over_all_their_appearances()
    {
        var summary = Sum([Of(0, "Dog", 3_000), Of(1, "Car", 4_000), Of(2, "Dog", 2_000)]).Finish(10_000);

        Assert.Equal(3, summary.Count);
        Assert.Equal(
            [new(new("Dog"), 0, 0, 2, 5_000, 0.5f), new(new("Car"), 1, 1_000, 1, 4_000, 0.4f)], summary.MostProminent);
    }

    [Fact]
    public void Summaries_are_equal_if_the_count_and_the_subjects_are()
    {
        var summary = Sum([Of(0, "Dog", 3_000)]);

        Assert.True(summary.Equals(Sum([Of(0, "Dog", 3_000)])));
        Assert.False(summary.Equals(summary with { Count = 2 }));
        Assert.False(summary.Equals(Sum([Of(0, "Car", 3_000)])));
        Assert.False(summary.Equals(null));
    }

    [Fact]
    public void Without_subjects_the_longest_appearances_are_shown()
    {
        var summary = Sum([.. Enumerable.Range(0, 500).Select(i => Of(i, null, i * 7919 % 500))]).Finish(null);

        Assert.Equal(Enumerable.Range(0, 10).Select(i => 499L - i), summary.MostProminent.Select(each => each.Present));
        Assert.All(summary.MostProminent, each => Assert.Null(each.Share));
    }

    [Fact]
    public void Who_is_often_seen_is_found_among_thousands_and_never_given_too_much()
    {
        var random = new Random(1);
        var appearances = Enumerable.Range(0, 5_000)
            .Select(i => Of(i, random.Next(2) == 0 ? $"often {random.Next(10)}" : $"once {i}", random.Next(1, 100)))
            .ToArray();
        var exact = appearances.GroupBy(each => each.Subject!.Key)
            .ToDictionary(each => each.Key, each => each.Sum(one => one.Present));

        var gathered = Sum(appearances);
        var summary = gathered.Finish(1_000_000);

        Assert.Equal(64, gathered.MostProminent.Count);
        Assert.Equal(10, summary.MostProminent.Count);
        Assert.All(summary.MostProminent, each =>
        {
            var present = exact[each.Subject!.Key];
            Assert.StartsWith("often", each.Subject.Key);
            Assert.InRange(each.Present, present * 0.9, present);
        });
    }

    private static AppearanceSummary Sum(Appearance[] appearances) =>
        appearances.Aggregate(new AppearanceSummary(), (sum, each) => sum.Add(each));

    private static Appearance Of(int id, string? key, long present) => new()
    {
        Id = id,
        Subject = key is null ? null : new(key),
        Start = id * 1_000,
        End = (id * 1_000) + present,
        Present = present,
        Detections = 1,
        Best = new(0),
        Source = AppearanceSource.Linked,
    };
}
