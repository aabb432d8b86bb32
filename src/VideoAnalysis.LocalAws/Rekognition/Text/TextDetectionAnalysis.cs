using System.Text.Json;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Text;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.LocalAws.Rekognition.Protocol;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Text;

/// <summary><c>StartTextDetection</c> and <c>GetTextDetection</c>.</summary>
internal sealed class TextDetectionAnalysis()
    : TypedAnalysis<StartTextDetectionRequest, GetJobRequest>(
        TextWireJson.Default.StartTextDetectionRequest, ProtocolJson.Default.GetJobRequest)
{
    /// <summary>What reads the text here: PP-OCR, as its authors call it, and the version of its models.</summary>
    private const string ModelVersion = "PP-OCRv4";

    private const string Filter = "filters.wordFilter";
    private const string Regions = "filters.regionsOfInterest";

    /// <inheritdoc/>
    public override string Name => "text";

    /// <inheritdoc/>
    public override string StartOperation => "StartTextDetection";

    /// <inheritdoc/>
    public override string GetOperation => "GetTextDetection";

    /// <inheritdoc/>
    public override string ResultList => "TextDetections";

    /// <inheritdoc/>
    protected override void Check(StartTextDetectionRequest request, RequestConstraints constraints)
    {
        var words = request.Filters?.WordFilter;
        constraints
            .Between(words?.MinConfidence, $"{Filter}.minConfidence", 0, 100)
            .Between(words?.MinBoundingBoxHeight, $"{Filter}.minBoundingBoxHeight", 0, 1)
            .Between(words?.MinBoundingBoxWidth, $"{Filter}.minBoundingBoxWidth", 0, 1)
            .Count(request.Filters?.RegionsOfInterest, Regions, 0, 10);
    }

    /// <inheritdoc/>
    protected override StartTextDetectionRequest Spell(StartTextDetectionRequest request)
    {
        foreach (var region in request.Filters?.RegionsOfInterest ?? [])
        {
            if (region?.Polygon is not null)
            {
                throw RekognitionException.InvalidParameter(
                    "Request has invalid parameters: RegionOfInterest.Polygon is not supported by the local " +
                    "service. Use BoundingBox.");
            }

            if (region?.BoundingBox is not { Left: not null, Top: not null, Width: > 0, Height: > 0 })
            {
                throw RekognitionException.InvalidParameter(
                    "Request has invalid parameters: RegionOfInterest.BoundingBox needs Left, Top, Width and Height.");
            }
        }

        var filters = request.Filters ?? new();
        var words = filters.WordFilter ?? new();
        return request with
        {
            Filters = filters with
            {
                WordFilter = words with { MinConfidence = words.MinConfidence ?? new TextOptions().MinConfidence },
                RegionsOfInterest = filters.RegionsOfInterest ?? [],
            },
        };
    }

    /// <inheritdoc/>
    protected override EngineRequest RequestOf(StartTextDetectionRequest start)
    {
        var (words, regions) = (start.Filters?.WordFilter, start.Filters?.RegionsOfInterest ?? []);
        return new TextRequest(new()
        {
            MinConfidence = words?.MinConfidence ?? new TextOptions().MinConfidence,
            MinHeight = words?.MinBoundingBoxHeight,
            MinWidth = words?.MinBoundingBoxWidth,
            Regions = [.. regions.Select(region => region?.BoundingBox).OfType<RegionBox>().Select(BoxOf)],
        });
    }

    /// <inheritdoc/>
    protected override string Write(StartTextDetectionRequest start, Detection detection) => JsonSerializer.Serialize(
        TextDetectionItem.Of((TextDetection)detection), TextWireJson.Default.TextDetectionItem);

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer, StartTextDetectionRequest start, GetJobRequest get) =>
        writer.WriteString("TextModelVersion", ModelVersion);

    private static BoundingBox BoxOf(RegionBox box) =>
        new(box.Left ?? 0, box.Top ?? 0, box.Width ?? 0, box.Height ?? 0);
}
