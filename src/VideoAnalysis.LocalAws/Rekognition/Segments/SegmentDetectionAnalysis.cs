using System.Text.Json;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Segments;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Segments;

/// <summary><c>StartSegmentDetection</c> and <c>GetSegmentDetection</c>.</summary>
internal sealed class SegmentDetectionAnalysis()
    : TypedAnalysis<StartSegmentDetectionRequest, GetJobRequest>(
        SegmentWireJson.Default.StartSegmentDetectionRequest, ProtocolJson.Default.GetJobRequest)
{
    private const string Cues = "filters.technicalCueFilter";
    private const float LeastConfidence = 50;

    private static readonly SegmentOptions Usual = new();

    /// <inheritdoc/>
    public override string Name => "segments";

    /// <inheritdoc/>
    public override string StartOperation => "StartSegmentDetection";

    /// <inheritdoc/>
    public override string GetOperation => "GetSegmentDetection";

    /// <inheritdoc/>
    public override string ResultList => "Segments";

    /// <inheritdoc/>
    public override bool HasMetadataList => true;

    /// <inheritdoc/>
    protected override void Check(StartSegmentDetectionRequest request, RequestConstraints constraints)
    {
        var (cues, shots) = (request.Filters?.TechnicalCueFilter, request.Filters?.ShotFilter);
        constraints
            .Required(request.SegmentTypes, "segmentTypes")
            .Count(request.SegmentTypes, "segmentTypes", 1, int.MaxValue)
            .AllOf(request.SegmentTypes, "segmentTypes", SegmentTypes.TechnicalCue, SegmentTypes.Shot)
            .Between(cues?.MinSegmentConfidence, $"{Cues}.minSegmentConfidence", LeastConfidence, 100)
            .Between(cues?.BlackFrame?.MaxPixelThreshold, $"{Cues}.blackFrame.maxPixelThreshold", 0, 1)
            .Between(cues?.BlackFrame?.MinCoveragePercentage, $"{Cues}.blackFrame.minCoveragePercentage", 0, 100)
            .Between(shots?.MinSegmentConfidence, "filters.shotFilter.minSegmentConfidence", LeastConfidence, 100);
    }

    /// <inheritdoc/>
    protected override StartSegmentDetectionRequest Spell(StartSegmentDetectionRequest request)
    {
        var wanted = Wanted(request);
        return request with
        {
            SegmentTypes = [.. request.SegmentTypes!.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Filters = new()
            {
                TechnicalCueFilter = new()
                {
                    MinSegmentConfidence = wanted.MinCueConfidence,
                    BlackFrame = new()
                    {
                        MaxPixelThreshold = wanted.MaxPixelThreshold,
                        MinCoveragePercentage = wanted.MinCoveragePercentage,
                    },
                },
                ShotFilter = new() { MinSegmentConfidence = wanted.MinShotConfidence },
            },
        };
    }

    /// <inheritdoc/>
    protected override EngineRequest RequestOf(StartSegmentDetectionRequest start) => new SegmentRequest(Wanted(start));

    /// <inheritdoc/>
    protected override string Write(StartSegmentDetectionRequest start, Detection detection) =>
        JsonSerializer.Serialize(SegmentItem.Of((SegmentDetection)detection), SegmentWireJson.Default.SegmentItem);

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer, StartSegmentDetectionRequest start, GetJobRequest get)
    {
        writer.WriteStartArray("SelectedSegmentTypes");
        foreach (var type in start.SegmentTypes!)
        {
            writer.WriteStartObject();
            writer.WriteString("Type", type);
            // No version of the service's models, and so that nobody waits for the cues that are not found here.
            writer.WriteString(
                "ModelVersion", type == SegmentTypes.Shot ? "local" : "local: BlackFrames and ColorBars only");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static SegmentOptions Wanted(StartSegmentDetectionRequest start)
    {
        var (cues, shots) = (start.Filters?.TechnicalCueFilter, start.Filters?.ShotFilter);
        return new()
        {
            Shots = start.SegmentTypes!.Contains(SegmentTypes.Shot, StringComparer.Ordinal),
            TechnicalCues = start.SegmentTypes!.Contains(SegmentTypes.TechnicalCue, StringComparer.Ordinal),
            MinShotConfidence = shots?.MinSegmentConfidence ?? Usual.MinShotConfidence,
            MinCueConfidence = cues?.MinSegmentConfidence ?? Usual.MinCueConfidence,
            MaxPixelThreshold = cues?.BlackFrame?.MaxPixelThreshold ?? Usual.MaxPixelThreshold,
            MinCoveragePercentage = cues?.BlackFrame?.MinCoveragePercentage ?? Usual.MinCoveragePercentage,
        };
    }
}
