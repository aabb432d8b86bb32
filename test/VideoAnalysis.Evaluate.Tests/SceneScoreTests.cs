using VideoAnalysis.Analyses.Labels;
using VideoAnalysis.Analyses.Text;
using VideoAnalysis.Engine;
using VideoAnalysis.Evaluate.Labels;
using VideoAnalysis.Evaluate.Scenes;
using VideoAnalysis.Evaluate.Text;

namespace VideoAnalysis.Evaluate.Tests;

public sealed class SceneScoreTests
{
    [Fact]
    public void What_is_not_found_lowers_recall()
    {
        var score = Score(Truth([Scene(["cat", "dog"])]), ["cat"]);

        Assert.Equal((2, 1, 0, 0), (score.Expected, score.Found, score.Invented, score.Doubled));
        Assert.False(score.IsGood);
        Assert.Contains(("missed", "dog"), score.Details);
    }

    [Fact]
    public void What_is_not_there_is_invented()
    {
        var score = Score(Truth([Scene(["cat"])]), ["cat", "bus"]);

        Assert.Equal((1, 1, 1, 0), (score.Expected, score.Found, score.Invented, score.Doubled));
        Assert.False(score.IsGood);
        Assert.Contains(("invented", "bus"), score.Details);
    }

    [Fact]
    public void A_word_counts_as_often_as_it_is_there()
    {
        var score = Score(Truth([Scene(["to", "be", "to"])]), ["to", "to", "to", "be"]);

        Assert.Equal((3, 3, 1, 1), (score.Expected, score.Found, score.Invented, score.Doubled));
    }

    [Fact]
    public void What_is_doubtful_counts_neither_way()
    {
        var score = Score(Truth([Scene(["cat"], ["person"])]), ["cat", "person"]);

        Assert.Equal((1, 1, 0), (score.Expected, score.Found, score.Invented));
        Assert.True(score.IsGood);
    }

    [Fact]
    public void Each_scene_has_a_truth_of_its_own()
    {
        var score = Score(Truth([Scene(["cat"]), Scene(["dog"])]), ["cat"], ["cat"]);

        Assert.Equal((2, 1, 1), (score.Expected, score.Found, score.Invented));
    }

    [Fact]
    public void How_much_must_be_right_stands_in_the_truth()
    {
        var lenient = new SceneTruth(500, [Scene(["cat", "dog"])], MinimumRecall: 0.5, MinimumPrecision: 0.5);

        Assert.True(Score(lenient, ["cat", "bus"]).IsGood);
    }

    [Fact]
    public async Task Labels_are_the_classes_of_things_and_not_their_ancestors()
    {
        var score = await StartAsync(new LabelEvaluation(), """["cat", "cell phone"]""");
        score.Add(new(
            0, [Label("Cat", seen: true), Label("Animal", seen: false), Label("Mobile Phone", seen: true)], []));

        Assert.Equal((2, 2, 0), (score.Expected, score.Found, score.Invented));
    }

    [Fact]
    public async Task Text_is_words_and_not_their_lines()
    {
        var score = await StartAsync(new TextEvaluation(), """["EXIT", "24"]""");
        score.Add(new(0, [Text("LINE", "EXIT 24"), Text("WORD", "EXIT"), Text("WORD", "24")], []));

        Assert.Equal((2, 2, 0), (score.Expected, score.Found, score.Invented));
    }

    [Fact]
    public async Task What_is_no_truth_is_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.json");
        await File.WriteAllTextAsync(path, """{"frames": []}""", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(
            () => SceneTruth.LoadAsync(path, TestContext.Current.CancellationToken));

        Assert.StartsWith($"{path} is no ground truth of scenes", refused.Message, StringComparison.Ordinal);
    }

    private static SceneTruth Truth(SceneTruth.Scene[] scenes) =>
        new(500, scenes, MinimumRecall: 1, MinimumPrecision: 1);

    private static SceneTruth.Scene Scene(string[] expected, params string[] ignored) => new(expected, ignored);

    private static SceneScore Score(SceneTruth truth, params string[][] found)
    {
        var score = new SceneScore(truth, step => found[step.Timestamp / 500]);
        for (var scene = 0; scene < found.Length; scene++)
        {
            score.Add(new(500 * scene, [], []));
        }

        return score;
    }

    private static async Task<IScore> StartAsync(IMeasuredAnalysis analysis, string expected)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "truth.json");
        await File.WriteAllTextAsync(
            path,
            $$"""{"sceneMillis": 500, "minimumRecall": 1, "minimumPrecision": 1""" +
            $$""", "scenes": [{"expected": {{expected}}, "ignored": []}]}""",
            TestContext.Current.CancellationToken);
        return await analysis.StartAsync(path, TestContext.Current.CancellationToken);
    }

    private static EngineFinding Label(string name, bool seen) => new("labels", new LabelDetection
    {
        Timestamp = 0,
        Name = name,
        Instances = seen ? [new(new(0, 0, 1, 1), 90)] : null,
    });

    private static EngineFinding Text(string type, string content) =>
        new("text", new TextDetection { Timestamp = 0, Type = type, Text = content });
}
