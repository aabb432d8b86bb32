using VideoAnalysis.Local.Cli.Reports;

namespace VideoAnalysis.Local.Tests.Cli.Reports;

public sealed class LaneTableTests
{
    private const long Minute = 60_000;

    [Fact]
    public void A_line_says_what_is_seen_for_how_long_and_when()
    {
        var lines = new LaneTable(Minute)
            .Draw([new("#0", 30_000, [(0, 30_000)]), new("#4", 600, [(45_000, 45_300), (59_700, Minute)])]).ToList();

        Assert.Equal(
            [
                "             0:00.0                               1:00.0",
                "    #0  50%  █████████████████████▒·····················  0:00.0-0:30.0",
                "    #4   1%  ································░·········░  0:45.0-1:00.0, 2 times",
            ],
            lines);
    }

    [Fact]
    public void However_long_the_names_and_the_video_a_line_fits_a_terminal_and_no_character_is_broken()
    {
        SeenSpans[] rows =
        [
            new("雪が降っている山の中の小さな家と大きな木", 3_000, [(0, 3_000)]),
            new("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2_000,
                [(7_200_000, 7_202_000)]),
            new("e\u0301tage", 1, Enumerable.Range(0, 1_500).Select(i => (i * 5_000L, (i * 5_000L) + 1_000)).ToList()),
        ];

        var lines = new LaneTable(7_500_000).Draw(rows).ToList();

        Assert.All(lines, line => Assert.InRange(TextCells.Count(line), 1, LaneTable.Width));
        Assert.Equal(LaneTable.Width, lines.Max(TextCells.Count));
        Assert.Contains("…", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("\uFFFD", string.Concat(lines), StringComparison.Ordinal);
        Assert.Contains("👨‍👩‍👧‍👦…", lines[2], StringComparison.Ordinal);
        Assert.Contains("1,500 times", lines[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("雪が", 4, "雪が")]
    [InlineData("雪が", 3, "雪…")]
    [InlineData("雪が降", 5, "雪が…")]
    [InlineData("雪が降", 4, "雪… ")]
    [InlineData("ab", 4, "ab  ")]
    public void A_wide_character_takes_two_cells(string text, int cells, string expected) =>
        Assert.Equal(expected, TextCells.Fit(text, cells));

    [Fact]
    public void Appearances_of_one_subject_share_a_line_and_those_of_nothing_known_do_not()
    {
        var seen = SeenSpans.Of(
        [
            new(0, new("rain", null), null, 0, 1_000, 1_000),
            new(1, null, null, 0, 9_000, 5_000),
            new(2, null, null, 0, 9_000, 6_000),
            new(3, new("rain", null), null, 5_000, 6_500, 1_500),
            new(4, null, "Ada\u001b[31m", 0, 500, 500),
        ]);

        Assert.Equal(["#2", "#1", "rain", "Ada\uFFFD[31m"], seen.Select(each => each.Name));
        Assert.Equal([(0, 1_000), (5_000, 6_500)], seen[2].Spans);
        Assert.Equal(2_500, seen[2].Present);
    }
}
