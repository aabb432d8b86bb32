using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Faces;

/// <summary>
/// MediaPipe's detector: looks for faces in a picture of any size. Finds upright faces from about 20 pixels on. Not
/// safe for use by several threads at once; the network may be shared.
/// </summary>
/// <remarks>
/// At each anchor the model answers a score (log odds) and 16 numbers in pixels, relative to the anchor: the box's
/// centre and size, then six points, the first two of which are the eyes.
/// </remarks>
/// <param name="kind">Which of the two models it is.</param>
/// <param name="network">The model.</param>
internal sealed class BlazeFace(BlazeFaceKind kind, Network network) : IDisposable
{
    private const int NumbersPerAnchor = 16;

    // A score of 1 would be infinite odds.
    private const double MaximumScore = 1 - 1e-9;

    private readonly Dictionary<(int Width, int Height), NetworkInput> _inputs = [];

    /// <summary>Finds what scores at least <paramref name="minimumScore"/>.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="tile">The part of it that is looked at. What is beyond the picture is black.</param>
    /// <param name="minimumScore">0 to 1.</param>
    /// <param name="found">Gets what is found, in pixels of the picture.</param>
    public void Find(RgbPicture picture, in Tile tile, double minimumScore, List<FaceCandidate> found)
    {
        if (!_inputs.TryGetValue((tile.Width, tile.Height), out var input))
        {
            input = _inputs[(tile.Width, tile.Height)] = new NetworkInput(1, 3, tile.Height, tile.Width);
        }

        picture.CopyTo(input.Numbers, tile.X, tile.Y, tile.Width, tile.Height, ColourScale.Signed);
        using var outputs = network.Run(input);
        var minimum = Math.Log(minimumScore / (1 - minimumScore));
        for (var i = 0; i < kind.Grids.Length; i++)
        {
            Decode(kind.Grids[i], outputs[2 * i], outputs[(2 * i) + 1], tile, minimum, found);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var input in _inputs.Values)
        {
            input.Dispose();
        }
    }

    private static void Decode(
        AnchorGrid grid,
        ReadOnlySpan<float> scores,
        ReadOnlySpan<float> boxes,
        in Tile tile,
        double minimum,
        List<FaceCandidate> found)
    {
        var (columns, places) = (tile.Width / grid.Stride, tile.Width / grid.Stride * (tile.Height / grid.Stride));
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] < minimum)
            {
                continue;
            }

            var (anchor, place) = Math.DivRem(i, places);
            var (row, column) = Math.DivRem(place, columns);
            var (x, y) = (tile.X + ((column + 0.5) * grid.Stride), tile.Y + ((row + 0.5) * grid.Stride));
            // A plane a number: those of one anchor are a plane apart.
            var numbers = boxes[((anchor * NumbersPerAnchor * places) + place)..];
            var (width, height) = (numbers[2 * places], numbers[3 * places]);
            found.Add(new(
                new(x + numbers[0] - (width / 2), y + numbers[places] - (height / 2), width, height),
                Math.Min(1 / (1 + Math.Exp(-scores[i])), MaximumScore),
                new(x + numbers[4 * places], y + numbers[5 * places]),
                new(x + numbers[6 * places], y + numbers[7 * places])));
        }
    }
}
