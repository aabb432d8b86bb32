using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Persons;
using VideoAnalysis.Local.Cli.Remote;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Cli.Persons;

/// <summary>
/// <c>persons</c> against the local stack, with its real engine: pictures of faces are measured, and recognised.
/// </summary>
[Slow]
public sealed class PersonsRunTests() : StackRunTests(realEngine: true)
{
    private const string Name = "Eileen Collins ★";

    [Fact(Timeout = 300_000)]
    public async Task Who_is_named_is_recognised_until_forgotten()
    {
        await Stack.PutAsync("film.mp4", await File.ReadAllBytesAsync(SampleVideos.Astronaut, Token));
        await Stack.ResultAsync("film.mp4");

        Assert.Equal(ExitCodes.Success, await Run().AddAsync(Name, [Picture("astronaut.jpg")], Token));
        Assert.Equal(ExitCodes.Success, await Run().AddAsync(Name, [Picture("astronaut.jpg")], Token));
        var known = await SubjectsAsync();
        Assert.Equal(ExitCodes.Success, await Run().ListAsync(Token));
        Assert.Equal(ExitCodes.Success, await Run().ForgetAsync(Name, Token));
        var forgotten = await SubjectsAsync();

        Assert.Contains(Name, known);
        Assert.EndsWith($"FACES NAME\n    1 {Name}\n{Name}: forgotten\n", Output.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(forgotten);
        Assert.DoesNotContain(Name, forgotten);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_picture_without_a_face_does_not_keep_the_others_from_being_added()
    {
        var code = await Run().AddAsync(Name, [Picture("coffee.jpg"), Picture("astronaut.jpg")], Token);

        Assert.Equal(ExitCodes.Failure, code);
        Assert.StartsWith("coffee.jpg: There is no face in the picture.", Error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("astronaut.jpg: a face of ", Output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Who_is_not_known_cannot_be_forgotten()
    {
        Assert.Equal(ExitCodes.Success, await Run().ListAsync(Token));
        var refused = await Assert.ThrowsAsync<ApiException>(() => Run().ForgetAsync(Name, Token));

        Assert.Equal("Nobody is known.", Error.ToString().Trim());
        Assert.StartsWith($"Nobody is known as \"{Name}\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Nobody_is_forgotten_without_a_yes()
    {
        await Run().AddAsync(Name, [Picture("astronaut.jpg")], Token);

        var code = await Run(new Question(new StringReader("no\n"), TextWriter.Null, canBeAnswered: true))
            .ForgetAsync(Name, Token);
        await Run().ListAsync(Token);

        Assert.Equal(ExitCodes.Failure, code);
        Assert.Contains($"    1 {Name}", Output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_no_name_or_no_picture_is_refused()
    {
        await Assert.ThrowsAsync<UsageException>(() => Run().AddAsync("a\nb", [Picture("astronaut.jpg")], Token));
        await Assert.ThrowsAsync<UsageException>(() => Run().AddAsync(Name, [new(SampleVideos.Astronaut)], Token));
    }

    private PersonsRun Run(Question? question = null) => new(Api, Output, Error, question);

    private static FileInfo Picture(string name) =>
        new(Path.Combine(RepositoryFolder.Path, "tools", "Evaluate", "Footage", "pictures", name));

    /// <summary>Searches the video anew.</summary>
    /// <returns>Who is seen.</returns>
    private async Task<IReadOnlyList<string?>> SubjectsAsync()
    {
        var results = new ResultsClient(Api);
        await results.StartAsync("film.mp4", new(["persons"], Again: true), Token);
        await Stack.ResultAsync("film.mp4");
        var seen = await results.AppearancesAsync("film.mp4", "persons", DetectionFilter.None, Token);
        return [.. seen.Select(appearance => appearance.Subject?.Name)];
    }
}
