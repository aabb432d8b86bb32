using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Text;

/// <summary>
/// Reads the text of a picture: lines and their words, turned by up to 45 degrees. Not safe for use by several threads
/// at once.
/// </summary>
internal sealed class TextReader : IDisposable
{
    /// <summary>The longest side of the picture in which lines are looked for, in pixels.</summary>
    private const int LongestSide = 960;

    /// <summary>Sides are multiples of this, as the network halves them five times.</summary>
    private const int SideStep = 32;

    /// <summary>What is read with less is no text, 0 to 100 %.</summary>
    private const double LeastConfidence = 50;

    /// <summary>
    /// A line that is taller than this times its width is written downwards, which the network cannot read.
    /// </summary>
    private const double TallestLine = 1.5;

    /// <summary>
    /// How far a word reaches beyond the middles of its first and last character, in widths of a character.
    /// </summary>
    private const double HalfCharacter = 0.6;

    // Means and deviations of ImageNet's colours, as the network was trained.
    private static readonly ColourScale Colours = new(
        (0.485f * 255, 0.229f * 255), (0.456f * 255, 0.224f * 255), (0.406f * 255, 0.225f * 255), BlueFirst: true);

    private readonly TextModels _models;
    private readonly LineReader _lines;
    private readonly TextRegions _regions = new();
    private readonly Resizer _resizer = new();
    private readonly RgbPicture _small = new();
    private NetworkInput? _input;
    private (int Width, int Height) _size;

    /// <param name="models">The networks; they are disposed of by their owner.</param>
    public TextReader(TextModels models)
    {
        _models = models;
        _lines = new(models);
    }

    /// <summary>Reads the text of a picture, from the top to the bottom, each row from left to right.</summary>
    public List<TextLine> Read(in YuvPicture picture)
    {
        var scale = Math.Min(1, (double)LongestSide / Math.Max(picture.Width, picture.Height));
        var (width, height) = (Side(picture.Width * scale), Side(picture.Height * scale));
        _resizer.Resize(picture, _small, width, height);
        if (_input is null || _size != (width, height))
        {
            _input?.Dispose();
            (_input, _size) = (new(1, 3, height, width), (width, height));
        }

        _small.CopyTo(_input.Numbers, 0, 0, width, height, Colours);
        List<TurnedRectangle> regions;
        using (var map = _models.Detection.Run(_input))
        {
            regions = _regions.Find(map[0], width, height);
        }

        var (x, y) = ((double)picture.Width / width, (double)picture.Height / height);
        var lines = new List<TextLine>();
        foreach (var region in InReadingOrder([.. regions.Select(region => region.Scaled(x, y))]))
        {
            if (region.Height < TallestLine * region.Width
                && LineOf(picture, region, _lines.Read(picture, region)) is { } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _input?.Dispose();
        _lines.Dispose();
    }

    private static int Side(double pixels) => Math.Max(SideStep, (int)Math.Round(pixels / SideStep) * SideStep);

    // Rows from the top; what begins within the upper half of a row's first line is in that row.
    private static IEnumerable<TurnedRectangle> InReadingOrder(IReadOnlyList<TurnedRectangle> regions)
    {
        var left = regions.OrderBy(region => region.Center.Y).ThenBy(region => region.Center.X).ToList();
        while (left.Count > 0)
        {
            var first = left[0];
            var row = left.Where(region => region.Center.Y - first.Center.Y < first.Height / 2).ToList();
            left.RemoveAll(row.Contains);
            foreach (var region in row.OrderBy(region => region.Center.X))
            {
                yield return region;
            }
        }
    }

    private static TextLine? LineOf(in YuvPicture picture, in TurnedRectangle box, List<ReadCharacter> characters)
    {
        if (characters.Count == 0 || Confidence(characters) < LeastConfidence)
        {
            return null;
        }

        var half = HalfCharacter * (characters.Count > 1
            ? (characters[^1].Position - characters[0].Position) / (characters.Count - 1)
            : 0.5);
        var words = new List<TextPart>();
        for (var start = 0; start < characters.Count;)
        {
            var end = start;
            while (end < characters.Count && !characters[end].IsSpace)
            {
                end++;
            }

            if (end > start)
            {
                var word = characters[start..end];
                words.Add(PartOf(picture, box, word, word[0].Position - half, word[^1].Position + half));
            }

            start = end + 1;
        }

        return words.Count == 0 ? null : new(PartOf(picture, box, characters, 0, 1), words);
    }

    private static TextPart PartOf(
        in YuvPicture picture, in TurnedRectangle box, List<ReadCharacter> characters, double left, double right)
    {
        var (from, to) = (Math.Clamp(left, 0, 1), Math.Clamp(right, 0, 1));
        return new(
            string.Concat(characters.Select(character => character.Character)).Trim(),
            Confidence(characters),
            [
                Ratio(picture, box.At(from, 0)),
                Ratio(picture, box.At(to, 0)),
                Ratio(picture, box.At(to, 1)),
                Ratio(picture, box.At(from, 1)),
            ]);
    }

    private static double Confidence(List<ReadCharacter> characters) =>
        characters.Where(character => !character.IsSpace).Select(character => (double)character.Probability)
            .DefaultIfEmpty(0).Average() * 100;

    private static Point2 Ratio(in YuvPicture picture, in Point2 place) =>
        new((place.X + 0.5) / picture.Width, (place.Y + 0.5) / picture.Height);
}
