using Microsoft.ML.OnnxRuntime;

namespace VideoAnalysis.Engine.Networks;

/// <summary>What a network answers.</summary>
internal sealed class NetworkOutputs : IDisposable
{
    private readonly IDisposableReadOnlyCollection<OrtValue> _values;

    internal NetworkOutputs(IDisposableReadOnlyCollection<OrtValue> values) => _values = values;

    /// <summary>The numbers of an output, the last dimension's beside each other; valid until it is disposed.</summary>
    /// <param name="output">In the order in which outputs were asked for.</param>
    public ReadOnlySpan<float> this[int output] => _values[output].GetTensorDataAsSpan<float>();

    /// <summary>The length of each of an output's dimensions.</summary>
    /// <param name="output">In the order in which outputs were asked for.</param>
    public long[] ShapeOf(int output) => _values[output].GetTensorTypeAndShape().Shape;

    /// <inheritdoc/>
    public void Dispose() => _values.Dispose();
}
