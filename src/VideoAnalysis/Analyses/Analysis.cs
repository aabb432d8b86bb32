using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Analyses;

/// <summary>
/// One kind of video analysis: what its detections are, what they add up to, and how both are written as JSON.
/// The engine's side of it (which calls start and read it) is the adapter's.
/// </summary>
public abstract class Analysis
{
    /// <summary>The name in URLs, keys and job tags: lower-case ASCII letters, as in <c>faces</c>.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// The settings that change what the engine answers, as one stable text: part of the client request token, so
    /// that changed settings are another job.
    /// </summary>
    public abstract string Settings { get; }

    /// <summary>
    /// Whether the engine's order is the order of time, and every detection is of a single timestamp. It is not where
    /// detections are spans, or come sorted by anything else.
    /// </summary>
    public virtual bool IsInOrderOfTime => true;

    /// <summary>Whether a hard cut ends what appears.</summary>
    public virtual bool EndsAtCuts => false;

    /// <summary>Whether its detections say where the hard cuts of the video are.</summary>
    public virtual bool TellsCuts => false;

    /// <summary>How a detection is written as JSON.</summary>
    public abstract JsonTypeInfo DetectionJson { get; }

    /// <summary>Reads a detection as <see cref="DetectionJson"/> writes it.</summary>
    public Detection Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, DetectionJson) as Detection ?? throw new JsonException("A detection is null.");

    /// <summary>How the summary is written as JSON.</summary>
    public abstract JsonTypeInfo SummaryJson { get; }

    /// <summary>
    /// JSON Schemas (2020-12) of the detection and of the summary, each under the name of its .NET type, and of what
    /// they refer to: YAML as it stands below OpenAPI's <c>components.schemas</c>, where <c>Percentage</c> and
    /// <c>BoundingBox</c> are too.
    /// </summary>
    public abstract string Schemas { get; }

    /// <summary>The names of the columns when the detections are written as a table.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The summary of nothing seen.</summary>
    public abstract Summary EmptySummary { get; }

    /// <summary>A detection as the row of a table: one value a column.</summary>
    public abstract IEnumerable<TableValue> RowOf(Detection detection);

    /// <summary>The summary with one detection more. Detections come in the engine's order.</summary>
    public abstract Summary Add(Summary summary, Detection detection);

    /// <summary>Follows what appears.</summary>
    /// <param name="state">The state of an earlier tracker of the same job, to go on from; null to begin.</param>
    /// <exception cref="TrackerStateException">The state cannot be read; begin at the first detection.</exception>
    public abstract AppearanceTracker Track(byte[]? state);

    /// <summary>A detection as the tracker takes it.</summary>
    public abstract TrackedDetection ToTracked(Detection detection);

    /// <summary>
    /// Where <see cref="TellsCuts"/>, the first frame of a shot, in milliseconds; null where a detection tells of no
    /// shot.
    /// </summary>
    public virtual long? ShotOf(Detection detection) => null;
}
