using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VideoAnalysis.Engine.Pictures;

/// <summary>
/// Resizes pictures: by averaging over the area that a new pixel covers where they shrink, bilinear where they grow.
/// Not safe for use by several threads at once.
/// </summary>
internal sealed class Resizer
{
    // A video needs a handful; whoever sees many sizes makes them anew now and then.
    private const int MaxWeights = 32;

    private readonly Dictionary<(int From, int To), SideWeights> _weights = [];
    private float[] _sum = [];
    private float[] _y = [];
    private float[] _u = [];
    private float[] _v = [];

    /// <summary>Resizes a picture, and gives it red, green and blue.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="target">Becomes the resized picture.</param>
    /// <param name="width">The width that is wanted, in pixels.</param>
    /// <param name="height">The height that is wanted, in pixels.</param>
    public void Resize(in YuvPicture source, RgbPicture target, int width, int height)
    {
        target.SetSize(width, height);
        // Where chroma would be enlarged it is made for two by two pixels at once, as videos have it.
        var two = width > source.ChromaWidth ? 2 : 1;
        var (chromaWidth, chromaHeight) = ((width + two - 1) / two, (height + two - 1) / two);
        var (down, across) = (Weights(source.Height, height), Weights(source.Width, width));
        var chromaDown = Weights(source.ChromaHeight, chromaHeight);
        var chromaAcross = Weights(source.ChromaWidth, chromaWidth);
        Array.Resize(ref _y, Math.Max(_y.Length, width));
        Array.Resize(ref _u, Math.Max(_u.Length, two * chromaWidth));
        Array.Resize(ref _v, Math.Max(_v.Length, two * chromaWidth));
        for (var y = 0; y < height; y++)
        {
            Row(source.Y, source.Width, y, down, across, _y);
            if (y % two == 0)
            {
                Row(source.U, source.ChromaWidth, y / two, chromaDown, chromaAcross, _u);
                Row(source.V, source.ChromaWidth, y / two, chromaDown, chromaAcross, _v);
                if (two == 2)
                {
                    Double(_u, chromaWidth);
                    Double(_v, chromaWidth);
                }
            }

            source.Colours.ToRgb(_y, _u, _v, target.Row(0, y), target.Row(1, y), target.Row(2, y));
        }
    }

    /// <summary>Resizes a picture.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="target">Becomes the resized picture; another than the source.</param>
    /// <param name="width">The width that is wanted, in pixels.</param>
    /// <param name="height">The height that is wanted, in pixels.</param>
    public void Resize(RgbPicture source, RgbPicture target, int width, int height)
    {
        target.SetSize(width, height);
        var (down, across) = (Weights(source.Height, height), Weights(source.Width, width));
        for (var colour = 0; colour < 3; colour++)
        {
            for (var y = 0; y < height; y++)
            {
                var sum = Sum(source.Width);
                for (var k = 0; k < down.Count; k++)
                {
                    Add(source.Row(colour, down.First[y] + k), sum, down.Weights[(y * down.Count) + k], k == 0);
                }

                Across(sum, target.Row(colour, y), across);
            }
        }
    }

    /// <summary>Resizes a part of a plane of bytes.</summary>
    /// <param name="source">The part's first byte, and what follows it.</param>
    /// <param name="stride">The plane's width: bytes from one row to the next.</param>
    /// <param name="sourceWidth">The part's width.</param>
    /// <param name="sourceHeight">The part's height.</param>
    /// <param name="target">Where: <paramref name="width"/> * <paramref name="height"/> numbers, 0 to 255.</param>
    /// <param name="width">The width that is wanted.</param>
    /// <param name="height">The height that is wanted.</param>
    public void Resize(
        ReadOnlySpan<byte> source, int stride, int sourceWidth, int sourceHeight, Span<float> target,
        int width, int height)
    {
        var (down, across) = (Weights(sourceHeight, height), Weights(sourceWidth, width));
        for (var y = 0; y < height; y++)
        {
            Row(source, stride, y, down, across, target.Slice(y * width, width));
        }
    }

    private void Row(
        ReadOnlySpan<byte> plane, int stride, int y, SideWeights down, SideWeights across, Span<float> target)
    {
        var sum = Sum(across.From);
        for (var k = 0; k < down.Count; k++)
        {
            var weight = down.Weights[(y * down.Count) + k];
            Add(plane.Slice((down.First[y] + k) * stride, across.From), sum, weight, k == 0);
        }

        Across(sum, target[..across.To], across);
    }

    private SideWeights Weights(int from, int to)
    {
        if (_weights.Count >= MaxWeights && !_weights.ContainsKey((from, to)))
        {
            _weights.Clear();
        }

        ref var weights = ref CollectionsMarshal.GetValueRefOrAddDefault(_weights, (from, to), out _);
        return weights ??= SideWeights.Of(from, to);
    }

    private Span<float> Sum(int width)
    {
        if (_sum.Length < width)
        {
            _sum = new float[width];
        }

        return _sum.AsSpan(0, width);
    }

    private static void Add(ReadOnlySpan<byte> row, Span<float> sum, float weight, bool isFirst)
    {
        if (weight == 0 && !isFirst)
        {
            return;
        }

        ref var from = ref MemoryMarshal.GetReference(row);
        ref var to = ref MemoryMarshal.GetReference(sum[..row.Length]);
        var (weights, part) = (new Vector<float>(weight), Vector<float>.Count);
        var i = 0;
        for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(Vector.LoadUnsafe(ref from, (nuint)i), out var low, out var high);
            Vector.Widen(low, out var a, out var b);
            Vector.Widen(high, out var c, out var d);
            Put(ref to, i, a, weights, isFirst);
            Put(ref to, i + part, b, weights, isFirst);
            Put(ref to, i + (2 * part), c, weights, isFirst);
            Put(ref to, i + (3 * part), d, weights, isFirst);
        }

        for (; i < row.Length; i++)
        {
            sum[i] = MathF.FusedMultiplyAdd(row[i], weight, isFirst ? 0 : sum[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(ref float to, int at, Vector<uint> values, Vector<float> weights, bool isFirst)
    {
        var sum = isFirst ? Vector<float>.Zero : Vector.LoadUnsafe(ref to, (nuint)at);
        Vector.FusedMultiplyAdd(Vector.ConvertToSingle(Vector.AsVectorInt32(values)), weights, sum)
            .StoreUnsafe(ref to, (nuint)at);
    }

    private static void Add(ReadOnlySpan<float> row, Span<float> sum, float weight, bool isFirst)
    {
        if (isFirst)
        {
            TensorPrimitives.Multiply(row, weight, sum);
        }
        else if (weight != 0)
        {
            TensorPrimitives.FusedMultiplyAdd(row, weight, sum, sum);
        }
    }

    private static void Across(ReadOnlySpan<float> row, Span<float> target, SideWeights across)
    {
        if (across.From == across.To)
        {
            row.CopyTo(target);
            return;
        }

        // Every index is in range by construction (SideWeights); checking each would cost half the time.
        ref var from = ref MemoryMarshal.GetReference(row);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(across.Weights);
        var (first, count) = (across.First, across.Count);
        for (var x = 0; x < target.Length; x++)
        {
            ref var at = ref Unsafe.Add(ref from, first[x]);
            var sum = at * weight;
            for (var k = 1; k < count; k++)
            {
                sum += Unsafe.Add(ref at, k) * Unsafe.Add(ref weight, k);
            }

            target[x] = sum;
            weight = ref Unsafe.Add(ref weight, count);
        }
    }

    // Backwards, so that nothing is overwritten before it is read.
    private static void Double(Span<float> row, int count)
    {
        for (var x = count - 1; x >= 0; x--)
        {
            row[2 * x] = row[(2 * x) + 1] = row[x];
        }
    }
}
