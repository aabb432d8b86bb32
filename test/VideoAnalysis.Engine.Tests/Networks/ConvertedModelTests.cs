using System.Text.Json;
using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Networks;

/// <summary>
/// The models that the build converts, against what other programs make of the same files: OpenCV 4.13 of the
/// TensorFlow Lite models, TensorFlow.js 4.22 of the others. Its answers were written down once, in
/// <c>reference-answers.json</c>: of each output every so many-th number.
/// </summary>
public sealed class ConvertedModelTests
{
    [Theory]
    [InlineData("face_detection_full_range.onnx")]
    [InlineData("face_detection_short_range.onnx")]
    [InlineData("face_landmark.onnx")]
    [InlineData("face_embedding.onnx")]
    [InlineData("object_detection.onnx")]
    public void A_converted_model_answers_as_the_original_does(string name)
    {
        var reference = Reference(name);
        var outputs = reference.GetProperty("outputs").EnumerateArray().ToList();
        using var network = new Network(
            new ModelFiles(ModelFiles.DefaultDirectory).PathOf(name),
            [.. outputs.Select(output => output.GetProperty("name").GetString()!)]);
        using var input = Noise(reference);

        using var answers = network.Run(input);

        for (var i = 0; i < outputs.Count; i++)
        {
            AssertSame(outputs[i], answers[i]);
        }
    }

    [Theory]
    [InlineData("face_detection_full_range.onnx", 32, "scores")]
    [InlineData("face_detection_short_range.onnx", 16, "scores_16")]
    public void A_detector_looks_at_any_size_and_says_the_same_of_the_same_place(
        string name, int multiple, string scores)
    {
        // More of the same colour at the right edge hardly changes what is said of the left one.
        const int side = 256;
        using var network = new Network(new ModelFiles(ModelFiles.DefaultDirectory).PathOf(name), scores);
        using var square = new NetworkInput(1, 3, side, side);
        using var strip = new NetworkInput(1, 3, side, side + multiple);
        square.Numbers.Fill(0.25f);
        strip.Numbers.Fill(0.25f);

        using var alone = network.Run(square);
        using var beside = network.Run(strip);

        var (narrow, wide) = (alone.ShapeOf(0), beside.ShapeOf(0));
        Assert.Equal(narrow[2], wide[2]);
        Assert.Equal(narrow[3] * (side + multiple), wide[3] * side);
        Assert.Equal(alone[0][0], beside[0][0], 0.01);
    }

    private static JsonElement Reference(string model)
    {
        var path = Path.Combine(
            RepositoryFolder.Path, "test", "VideoAnalysis.Engine.Tests", "Networks", "reference-answers.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.EnumerateArray().Single(m => m.GetProperty("model").GetString() == model).Clone();
    }

    // The same noise as the other programs were given: a linear congruential generator's upper 24 bits.
    private static NetworkInput Noise(JsonElement reference)
    {
        var input = new NetworkInput(
            [.. reference.GetProperty("shape").EnumerateArray().Select(length => length.GetInt64())]);
        var (from, to) = (reference.GetProperty("from").GetDouble(), reference.GetProperty("to").GetDouble());
        var state = 12345u;
        foreach (ref var number in input.Numbers)
        {
            state = unchecked((state * 1664525) + 1013904223);
            number = (float)(from + ((to - from) * (state >> 8) / 16777216.0));
        }

        return input;
    }

    private static void AssertSame(JsonElement expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.GetProperty("length").GetInt32(), actual.Length);
        var (step, at) = (expected.GetProperty("step").GetInt32(), 0);
        foreach (var number in expected.GetProperty("numbers").EnumerateArray())
        {
            Assert.Equal(number.GetDouble(), actual[at % actual.Length], 1e-4);
            at += step;
        }
    }
}
