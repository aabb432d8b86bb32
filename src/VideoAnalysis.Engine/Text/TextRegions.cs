using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Text;

/// <summary>
/// Makes rectangles around lines of text of the map that the detection network answers: for every pixel, how probably
/// it is in the core of a line. The method and its numbers are those of the network's authors (PaddleOCR, DB
/// post-processing). Not safe for use by several threads at once.
/// </summary>
internal sealed class TextRegions
{
    /// <summary>From here on a pixel counts as text.</summary>
    private const float PixelThreshold = 0.3f;

    /// <summary>The least mean of the pixels of a line.</summary>
    private const double LineThreshold = 0.5;

    /// <summary>A core is this much smaller than its line: its edges move outwards by area * 1.6 / perimeter.</summary>
    private const double Growth = 1.6;

    /// <summary>The shortest side of a core, in pixels.</summary>
    private const double LeastCore = 3;

    /// <summary>The shortest side of a line, in pixels.</summary>
    private const double LeastLine = 5;

    private readonly Stack<int> _open = new();
    private readonly List<Point2> _edges = [];
    private bool[] _isText = [];
    private int[] _left = [];
    private int[] _right = [];

    /// <summary>Finds the lines, in the order of their topmost pixels.</summary>
    /// <param name="map">The probabilities, row by row.</param>
    /// <param name="width">The map's width in pixels.</param>
    /// <param name="height">The map's height in pixels.</param>
    public List<TurnedRectangle> Find(ReadOnlySpan<float> map, int width, int height)
    {
        Prepare(map, height);
        var lines = new List<TurnedRectangle>();
        for (var at = 0; at < map.Length; at++)
        {
            if (_isText[at])
            {
                var core = TurnedRectangle.Around(Take(at, width, height));
                if (Math.Min(core.Width, core.Height) >= LeastCore && Mean(map, width, height, core) >= LineThreshold)
                {
                    var line = core.Grown(core.Width * core.Height * Growth / (2 * (core.Width + core.Height)));
                    if (Math.Min(line.Width, line.Height) >= LeastLine)
                    {
                        lines.Add(line);
                    }
                }
            }
        }

        return lines;
    }

    private void Prepare(ReadOnlySpan<float> map, int height)
    {
        if (_isText.Length != map.Length)
        {
            _isText = new bool[map.Length];
        }

        if (_left.Length < height)
        {
            (_left, _right) = (new int[height], new int[height]);
        }

        for (var at = 0; at < map.Length; at++)
        {
            _isText[at] = map[at] > PixelThreshold;
        }
    }

    // Takes a core out of the map. Its leftmost and rightmost pixels of each row are all that its outline depends on.
    private List<Point2> Take(int start, int width, int height)
    {
        var top = start / width;
        var bottom = top;
        Array.Fill(_left, int.MaxValue, 0, height);
        Array.Fill(_right, -1, 0, height);
        _isText[start] = false;
        _open.Push(start);
        while (_open.TryPop(out var at))
        {
            var (y, x) = Math.DivRem(at, width);
            bottom = Math.Max(bottom, y);
            _left[y] = Math.Min(_left[y], x);
            _right[y] = Math.Max(_right[y], x);
            for (var row = Math.Max(y - 1, 0); row <= Math.Min(y + 1, height - 1); row++)
            {
                for (var column = Math.Max(x - 1, 0); column <= Math.Min(x + 1, width - 1); column++)
                {
                    var next = (row * width) + column;
                    if (_isText[next])
                    {
                        _isText[next] = false;
                        _open.Push(next);
                    }
                }
            }
        }

        _edges.Clear();
        for (var y = top; y <= bottom; y++)
        {
            _edges.Add(new(_left[y], y));
            _edges.Add(new(_right[y], y));
        }

        return _edges;
    }

    private static double Mean(ReadOnlySpan<float> map, int width, int height, in TurnedRectangle core)
    {
        ReadOnlySpan<Point2> corners = [core.At(0, 0), core.At(1, 0), core.At(1, 1), core.At(0, 1)];
        var (top, bottom) = (double.MaxValue, double.MinValue);
        foreach (var corner in corners)
        {
            (top, bottom) = (Math.Min(top, corner.Y), Math.Max(bottom, corner.Y));
        }

        double sum = 0;
        var count = 0;
        for (var y = Math.Max(0, (int)Math.Ceiling(top)); y <= Math.Min(height - 1, Math.Floor(bottom)); y++)
        {
            var (left, right) = Between(corners, y);
            for (var x = Math.Max(0, (int)Math.Ceiling(left)); x <= Math.Min(width - 1, Math.Floor(right)); x++)
            {
                sum += map[(y * width) + x];
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    // Where a row of pixels enters and leaves the rectangle.
    private static (double Left, double Right) Between(ReadOnlySpan<Point2> corners, int y)
    {
        var (left, right) = (double.MaxValue, double.MinValue);
        for (var i = 0; i < corners.Length; i++)
        {
            var (from, to) = (corners[i], corners[(i + 1) % corners.Length]);
            if (Math.Min(from.Y, to.Y) <= y && y <= Math.Max(from.Y, to.Y))
            {
                var x = from.Y == to.Y ? from.X : from.X + ((to.X - from.X) * (y - from.Y) / (to.Y - from.Y));
                (left, right) = (Math.Min(left, x), Math.Max(right, x));
                if (from.Y == to.Y)
                {
                    (left, right) = (Math.Min(left, to.X), Math.Max(right, to.X));
                }
            }
        }

        return (left, right);
    }
}
