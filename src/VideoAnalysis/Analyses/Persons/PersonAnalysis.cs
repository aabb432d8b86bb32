using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Analyses.Persons;

/// <summary>
/// Persons whose faces are in a collection, and others: Rekognition's <c>StartFaceSearch</c> and <c>GetFaceSearch</c>.
/// </summary>
/// <param name="wanted">Which persons are looked for.</param>
public sealed class PersonAnalysis(PersonOptions wanted) : Analysis<PersonDetection, PersonSummary>
{
    /// <inheritdoc/>
    public override string Name => "persons";

    /// <inheritdoc/>
    public override string Settings => string.Create(
        CultureInfo.InvariantCulture, $"CollectionId={Wanted.CollectionId};MinSimilarity={Wanted.MinSimilarity}");

    /// <summary>Which persons are looked for.</summary>
    public PersonOptions Wanted { get; } = wanted;

    /// <inheritdoc/>
    public override string Schemas => SchemaFile.Read("persons");

    /// <inheritdoc/>
    protected override JsonTypeInfo<PersonDetection> TypedDetectionJson => PersonJson.Default.PersonDetection;

    /// <inheritdoc/>
    protected override JsonTypeInfo<PersonSummary> TypedSummaryJson => PersonJson.Default.PersonSummary;

    /// <inheritdoc/>
    protected override IReadOnlyList<DetectionColumn<PersonDetection>> TypedColumns { get; } =
    [
        new("timestamp", person => TableValue.Of(person.Timestamp)),
        new("appearance", person => TableValue.Of(person.Appearance)),
        new("confidence", person => TableValue.Of(person.Confidence)),
        new("index", person => TableValue.Of(person.Index)),
        new("name", person => TableValue.Of(NameOf(BestOf(person)))),
        new("externalImageId", person => TableValue.Of(BestOf(person)?.ExternalImageId)),
        new("faceId", person => TableValue.Of(BestOf(person)?.FaceId)),
        new("userId", person => TableValue.Of(BestOf(person)?.UserId)),
        new("left", person => TableValue.Of(person.Face?.BoundingBox?.Left)),
        new("top", person => TableValue.Of(person.Face?.BoundingBox?.Top)),
        new("width", person => TableValue.Of(person.Face?.BoundingBox?.Width)),
        new("height", person => TableValue.Of(person.Face?.BoundingBox?.Height)),
        new("faceConfidence", person => TableValue.Of(person.Face?.Confidence)),
        new("roll", person => TableValue.Of(person.Face?.Pose?.Roll)),
        new("yaw", person => TableValue.Of(person.Face?.Pose?.Yaw)),
        new("pitch", person => TableValue.Of(person.Face?.Pose?.Pitch)),
    ];

    /// <inheritdoc/>
    public override AppearanceTracker Track(byte[]? state) => new KeyedTracker(state);

    /// <summary>One index is one appearance; it has the name of its best match.</summary>
    protected override TrackedDetection ToTracked(PersonDetection detection) => new()
    {
        Timestamp = detection.Timestamp,
        Confidence = detection.Confidence,
        BoundingBox = detection.Face?.BoundingBox ?? detection.BoundingBox,
        Subject = new(detection.Index.ToString(CultureInfo.InvariantCulture), NameOf(BestOf(detection))),
        Score = detection.Confidence ?? 0,
    };

    /// <inheritdoc/>
    protected override PersonSummary Add(PersonSummary summary, PersonDetection detection) =>
        summary.With(detection) with { Matched = summary.Matched + (detection.Matches is null ? 0 : 1) };

    private static PersonMatch? BestOf(PersonDetection person) => person.Matches is [var best, ..] ? best : null;

    private static string? NameOf(PersonMatch? match) =>
        match?.UserId ?? match?.Name ?? match?.ExternalImageId ?? match?.FaceId;
}
