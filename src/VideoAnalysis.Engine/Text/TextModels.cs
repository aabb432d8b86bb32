using VideoAnalysis.Engine.Networks;

namespace VideoAnalysis.Engine.Text;

/// <summary>The networks that read text, loaded once: where lines are, and what they say.</summary>
internal sealed class TextModels : IDisposable
{
    /// <param name="files">Where the models are.</param>
    /// <exception cref="ModelException">A model is missing.</exception>
    public TextModels(ModelFiles files)
    {
        // The network's first class is "no character"; the last one is the space, which the list leaves out.
        Characters = ["", .. File.ReadLines(files.PathOf("text_characters.txt")), " "];
        Detection = new(files.PathOf("text_detection.onnx"), "sigmoid_0.tmp_0");
        Recognition = new(files.PathOf("text_recognition.onnx"), planned: false, "softmax_11.tmp_0");
    }

    /// <summary>Answers how probably each pixel is in the core of a line.</summary>
    public Network Detection { get; }

    /// <summary>Answers for each eighth column of a line how probably it is which character.</summary>
    public Network Recognition { get; }

    /// <summary>The characters that can be read; the first is none.</summary>
    public IReadOnlyList<string> Characters { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Detection.Dispose();
        Recognition.Dispose();
    }
}
