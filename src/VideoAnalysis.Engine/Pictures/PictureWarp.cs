using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VideoAnalysis.Engine.Pictures;

/// <summary>Lays a part of a picture, turned and scaled, onto another: bilinear.</summary>
internal static class PictureWarp
{
    /// <summary>Fills a picture from another.</summary>
    /// <param name="source">The picture that is looked at.</param>
    /// <param name="places">Where in it the target's pixels are.</param>
    /// <param name="target">Is filled; has its size already.</param>
    /// <param name="beyond">What its pixels beyond the source become.</param>
    public static void Fill(in YuvPicture source, in Affine places, RgbPicture target, Beyond beyond)
    {
        for (var row = 0; row < target.Height; row++)
        {
            var (start, end) = (places.Of(0, row), places.Of(target.Width - 1, row));
            var line = new Line(start, places.A, places.D);
            var red = target.Row(0, row);
            var green = target.Row(1, row);
            var blue = target.Row(2, row);
            if (IsWithin(source, start) && IsWithin(source, end))
            {
                Within(source, line, red, green, blue);
            }
            else
            {
                AtTheEdge(source, line, beyond, red, green, blue);
            }

            source.Colours.ToRgb(red, green, blue, red, green, blue);
        }
    }

    // Between the first and the last pixel's neighbours, those of chroma included.
    private static bool IsWithin(in YuvPicture source, in Point2 place) =>
        place.X >= 1 && place.Y >= 1 && place.X < source.Width - 3 && place.Y < source.Height - 3;

    // Red, green and blue first hold y, u and v.
    private static void Within(in YuvPicture source, in Line line, Span<float> ys, Span<float> us, Span<float> vs)
    {
        ref var y0 = ref MemoryMarshal.GetReference(source.Y);
        ref var u0 = ref MemoryMarshal.GetReference(source.U);
        ref var v0 = ref MemoryMarshal.GetReference(source.V);
        var (stride, chromaStride) = (source.Width, source.ChromaWidth);
        us = us[..ys.Length];
        vs = vs[..ys.Length];
        for (var i = 0; i < ys.Length; i++)
        {
            var (x, y) = (line.X + (i * line.StepX), line.Y + (i * line.StepY));
            ys[i] = Between(ref y0, stride, x, y);
            // A chroma sample lies on the left one of its two columns, between its two rows.
            var (halfX, halfY) = (x * 0.5f, (y * 0.5f) - 0.25f);
            us[i] = Between(ref u0, chromaStride, halfX, halfY);
            vs[i] = Between(ref v0, chromaStride, halfX, halfY);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Between(ref byte plane, int stride, float x, float y)
    {
        var (column, row) = ((int)x, (int)y);
        var (right, down) = (x - column, y - row);
        ref var at = ref Unsafe.Add(ref plane, (row * stride) + column);
        ref var below = ref Unsafe.Add(ref at, stride);
        float topLeft = at;
        float bottomLeft = below;
        var top = topLeft + ((Unsafe.Add(ref at, 1) - topLeft) * right);
        var bottom = bottomLeft + ((Unsafe.Add(ref below, 1) - bottomLeft) * right);
        return top + ((bottom - top) * down);
    }

    private static void AtTheEdge(
        in YuvPicture source, in Line line, Beyond beyond, Span<float> ys, Span<float> us, Span<float> vs)
    {
        var planeY = source.Y;
        var planeU = source.U;
        var planeV = source.V;
        for (var i = 0; i < ys.Length; i++)
        {
            var (x, y) = (line.X + (i * line.StepX), line.Y + (i * line.StepY));
            if (beyond == Beyond.Black && !(x > -1 && y > -1 && x < source.Width && y < source.Height))
            {
                (ys[i], us[i], vs[i]) = (source.Colours.Black, 128, 128);
                continue;
            }

            ys[i] = Clamped(planeY, source.Width, source.Height, x, y);
            var (halfX, halfY) = (x * 0.5f, (y * 0.5f) - 0.25f);
            us[i] = Clamped(planeU, source.ChromaWidth, source.ChromaHeight, halfX, halfY);
            vs[i] = Clamped(planeV, source.ChromaWidth, source.ChromaHeight, halfX, halfY);
        }
    }

    private static float Clamped(ReadOnlySpan<byte> plane, int width, int height, float x, float y)
    {
        (x, y) = (Math.Clamp(x, 0, width - 1), Math.Clamp(y, 0, height - 1));
        var (column, row) = ((int)x, (int)y);
        var (right, down) = (x - column, y - row);
        var (next, below) = (Math.Min(column + 1, width - 1), Math.Min(row + 1, height - 1) * width);
        row *= width;
        var top = plane[row + column] + ((plane[row + next] - plane[row + column]) * right);
        var bottom = plane[below + column] + ((plane[below + next] - plane[below + column]) * right);
        return top + ((bottom - top) * down);
    }

    private readonly struct Line(Point2 start, double stepX, double stepY)
    {
        public readonly float X = (float)start.X;
        public readonly float Y = (float)start.Y;
        public readonly float StepX = (float)stepX;
        public readonly float StepY = (float)stepY;
    }
}
