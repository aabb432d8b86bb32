using System.Collections.Concurrent;
using Microsoft.ML.OnnxRuntime;

namespace VideoAnalysis.Engine.Networks;

/// <summary>
/// A network, loaded when it is first run. It may run on any number of threads at once, on one core each: the same
/// numbers give the same answer however many cores there are.
/// </summary>
internal sealed class Network : IDisposable
{
    // Whoever needs more shapes than this gets one plan for all of them.
    private const int MaxPlans = 16;

    private readonly string _path;
    private readonly string[] _outputs;
    private readonly bool _planned;
    private readonly Lazy<(string Input, string[] Dimensions)> _input;
    private readonly ConcurrentDictionary<string, Lazy<InferenceSession>> _sessions = new(StringComparer.Ordinal);
    private readonly RunOptions _options = new();

    /// <param name="path">The model.</param>
    /// <param name="planned">
    /// Whether memory and layout are planned for each shape of input, which is faster, and takes the model's memory
    /// each time; for networks that see few shapes.
    /// </param>
    /// <param name="outputs">Which of its outputs are wanted, in this order.</param>
    public Network(string path, bool planned, params IEnumerable<string> outputs)
    {
        (_path, _planned, _outputs) = (path, planned, [.. outputs]);
        _input = new(Describe);
    }

    /// <summary>A network whose memory and layout are planned for each shape of input.</summary>
    /// <param name="path">The model.</param>
    /// <param name="outputs">Which of its outputs are wanted, in this order.</param>
    public Network(string path, params IEnumerable<string> outputs)
        : this(path, planned: true, outputs)
    {
    }

    /// <summary>Runs it once.</summary>
    /// <param name="input">The numbers that it looks at.</param>
    /// <returns>Its outputs, in the order in which they were asked for. The caller disposes of them.</returns>
    /// <exception cref="ModelException">The file holds no such network.</exception>
    public NetworkOutputs Run(NetworkInput input) =>
        new(SessionFor(input.Shape).Run(_options, [_input.Value.Input], [input.Value], _outputs));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var session in _sessions.Values)
        {
            if (session.IsValueCreated)
            {
                session.Value.Dispose();
            }
        }

        _options.Dispose();
    }

    private InferenceSession SessionFor(IReadOnlyList<long> shape)
    {
        var key = _planned ? string.Join('x', shape) : "";
        if (!_sessions.TryGetValue(key, out var session))
        {
            (key, shape) = _planned && _sessions.Count < MaxPlans ? (key, shape) : ("", []);
            session = _sessions.GetOrAdd(key, _ => new(() => Load(options => Plan(options, shape))));
        }

        return session.Value;
    }

    private void Plan(SessionOptions options, IReadOnlyList<long> shape)
    {
        for (var i = 0; i < shape.Count; i++)
        {
            if (_input.Value.Dimensions[i] is { Length: > 0 } name)
            {
                options.AddFreeDimensionOverrideByName(name, shape[i]);
            }
        }
    }

    private (string Input, string[] Dimensions) Describe()
    {
        using var session = Load(options => options.GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL);
        var lacking = _outputs.Except(session.OutputMetadata.Keys).ToList();
        return session.InputMetadata.Count == 1 && lacking.Count == 0
            ? (session.InputMetadata.Keys.Single(), session.InputMetadata.Values.Single().SymbolicDimensions)
            : throw Unfit(
                $"it has {session.InputMetadata.Count} inputs, and lacks outputs: {string.Join(", ", lacking)}");
    }

    private InferenceSession Load(Action<SessionOptions> set)
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
            set(options);
            return new InferenceSession(_path, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw Unfit(e.Message, e);
        }
    }

    private ModelException Unfit(string why, Exception? inner = null) => new(
        $"The model {_path} cannot be used ({why}). Delete it and build the program again; the build fetches its " +
        "models.",
        inner);
}
