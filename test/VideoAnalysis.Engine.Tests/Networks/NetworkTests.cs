using VideoAnalysis.Engine.Networks;

namespace VideoAnalysis.Engine.Tests.Networks;

public sealed class NetworkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("videoanalysis-models-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_model_that_is_missing_is_named_with_what_to_do()
    {
        var e = Assert.Throws<ModelException>(() => new ModelFiles(_folder).PathOf("face_landmark.onnx"));

        Assert.Contains("face_landmark.onnx is missing. Build the program again", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_damaged_is_named_with_what_to_do()
    {
        var path = Path.Combine(_folder, "face_landmark.onnx");
        File.WriteAllBytes(path, File.ReadAllBytes(Existing("face_landmark.onnx"))[..100_000]);
        using var network = new Network(path, "points");
        using var input = new NetworkInput(1, 3, 192, 192);

        var e = Assert.Throws<ModelException>(() => network.Run(input));

        Assert.Contains($"{path} cannot be used", e.Message, StringComparison.Ordinal);
        Assert.Contains("Delete it and build the program again", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_model_than_expected_is_refused()
    {
        using var network = new Network(Existing("face_landmark.onnx"), "points", "colours");
        using var input = new NetworkInput(1, 3, 192, 192);

        var e = Assert.Throws<ModelException>(() => network.Run(input));

        Assert.Contains("lacks outputs: colours", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_same_numbers_give_the_same_answer_on_several_threads(bool planned)
    {
        using var network = new Network(Existing("face_landmark.onnx"), planned, "points");

        var answers = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(4).Select(_ =>
        {
            using var input = new NetworkInput(1, 3, 192, 192);
            input.Numbers.Fill(0.5f);
            using var outputs = network.Run(input);
            return outputs[0].ToArray();
        }).ToList();

        Assert.Equal(1404, answers[0].Length);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    private static string Existing(string name) => new ModelFiles(ModelFiles.DefaultDirectory).PathOf(name);
}
