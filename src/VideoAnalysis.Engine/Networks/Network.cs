using Microsoft.ML.OnnxRuntime;

namespace VideoAnalysis.Engine.Networks;

/// <summary>
/// A network, loaded once. It may run on any number of threads at once, on one core each: the same numbers give the same
/// answer however many cores there are.
/// </summary>
internal sealed class Network : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly string[] _input;
    private readonly string[] _outputs;

    /// <param name="path">The model.</param>
    /// <param name="outputs">Which of its outputs are wanted, in this order.</param>
    /// <exception cref="ModelException">The file holds no such network.</exception>
    public Network(string path, params string[] outputs)
    {
        _outputs = outputs;
        _session = Load(path);
        var lacks = outputs.Except(_session.OutputMetadata.Keys).ToList();
        if (_session.InputMetadata.Count != 1 || lacks.Count > 0)
        {
            _session.Dispose();
            throw Unfit(path, lacks.Count > 0 ? $"it lacks {string.Join(", ", lacks)}" : "it has not one input");
        }

        _input = [.. _session.InputMetadata.Keys];
    }

    /// <summary>Runs it once.</summary>
    /// <param name="input">The numbers that it looks at.</param>
    /// <returns>Its outputs, in the order in which they were asked for. The caller disposes of them.</returns>
    public NetworkOutputs Run(NetworkInput input) => new(_session.Run(_options, _input, [input.Value], _outputs));

    /// <inheritdoc/>
    public void Dispose()
    {
        _options.Dispose();
        _session.Dispose();
    }

    private static InferenceSession Load(string path)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        try
        {
            return new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw Unfit(path, e.Message, e);
        }
    }

    private static ModelException Unfit(string path, string why, Exception? inner = null) => new(
        $"The model {path} cannot be used ({why}). Delete it and build the program again; the build fetches its models.",
        inner);
}
