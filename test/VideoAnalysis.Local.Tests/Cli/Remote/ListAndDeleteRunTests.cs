using System.Net;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Remote;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Cli.Remote;

/// <summary><c>list</c> and <c>delete</c> against the local stack.</summary>
[Slow]
public sealed class ListAndDeleteRunTests : StackRunTests
{
    private const string OddKey = "a b/100%+#?ü\n.mp4";

    private static readonly string Results = $"/results/-?video={Uri.EscapeDataString(OddKey)}";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Stack.PutAsync(OddKey);
        await WatchAsync(OddKey);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_list_has_the_newest_first_and_a_row_a_video()
    {
        await Stack.PutAsync("newer.mp4");
        await WatchAsync("newer.mp4");

        var code = await new ListRun(Api, Output, Error)
            .RunAsync(new(), limit: null, Token);

        var rows = Lines(Output.ToString());
        Assert.Equal(ExitCodes.Success, code);
        Assert.StartsWith("STATUS", rows[0], StringComparison.Ordinal);
        Assert.EndsWith($"  {"faces 2",-24}  newer.mp4", rows[1], StringComparison.Ordinal);
        Assert.EndsWith($"  {"faces 2",-24}  a b/100%+#?ü\uFFFD.mp4", rows[2], StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_list_that_is_cut_short_says_that_there_are_more()
    {
        await Stack.PutAsync("newer.mp4");
        await WatchAsync("newer.mp4");

        await new ListRun(Api, Output, Error)
            .RunAsync(new(Status: "SUCCEEDED", Analysis: "faces"), limit: 1, Token);

        Assert.Equal(2, Lines(Output.ToString()).Count(line => line.Length > 0));
        Assert.Contains("--all", Error.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_list_can_be_of_one_folder()
    {
        await Stack.PutAsync("newer.mp4");
        await WatchAsync("newer.mp4");

        await new ListRun(Api, Output, Error)
            .RunAsync(new(Prefix: "a b/"), limit: null, Token);

        Assert.DoesNotContain("newer.mp4", Output.ToString(), StringComparison.Ordinal);
        Assert.Contains("a b/100%", Output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Results_are_removed_and_what_is_not_there_fails()
    {
        var code = await new DeleteRun(Api, Output, Error, question: null)
            .RunAsync(["nope.mp4", OddKey], Token);

        Assert.Equal(ExitCodes.Failure, code);
        Assert.StartsWith("nope.mp4: ", Error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(".mp4: removed\n", Output.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Stack.GetPathAsync(Results)).Status);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("y\n", ExitCodes.Success)]
    [InlineData("YES\n", ExitCodes.Success)]
    [InlineData("\n", ExitCodes.Failure)]
    [InlineData("", ExitCodes.Failure)]
    public async Task Nothing_is_removed_without_a_yes(string answer, int expected)
    {
        var question = new Question(new StringReader(answer), Error, canBeAnswered: true);

        var code = await new DeleteRun(Api, Output, Error, question)
            .RunAsync([OddKey], Token);

        Assert.Equal(expected, code);
        Assert.Equal(
            expected == ExitCodes.Success ? HttpStatusCode.NotFound : HttpStatusCode.OK,
            (await Stack.GetPathAsync(Results)).Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task Where_nobody_can_answer_nothing_is_asked() => await Assert.ThrowsAsync<UsageException>(() =>
        new DeleteRun(Api, Output, Error, new Question(TextReader.Null, Error, canBeAnswered: false))
            .RunAsync([OddKey], Token));

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
