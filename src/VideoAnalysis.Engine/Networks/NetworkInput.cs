using Microsoft.ML.OnnxRuntime;

namespace VideoAnalysis.Engine.Networks;

/// <summary>The numbers that a network looks at. Not safe for use by several threads at once.</summary>
internal sealed class NetworkInput : IDisposable
{
    private readonly float[] _numbers;

    /// <param name="shape">The length of each dimension, the outermost first.</param>
    public NetworkInput(params long[] shape)
    {
        _numbers = new float[checked((int)shape.Aggregate(1L, (all, length) => all * length))];
        Shape = shape;
        Value = OrtValue.CreateTensorValueFromMemory(_numbers, shape);
    }

    /// <summary>The length of each dimension, the outermost first.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The numbers, the last dimension's beside each other.</summary>
    public Span<float> Numbers => _numbers;

    /// <summary>The numbers as the runtime has them.</summary>
    internal OrtValue Value { get; }

    /// <inheritdoc/>
    public void Dispose() => Value.Dispose();
}
