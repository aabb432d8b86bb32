using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Analyses;

/// <summary>An analysis with its own types of detection and summary.</summary>
/// <typeparam name="TDetection">What it detects.</typeparam>
/// <typeparam name="TSummary">What the detections add up to.</typeparam>
public abstract class Analysis<TDetection, TSummary> : Analysis
    where TDetection : Detection
    where TSummary : Summary, new()
{
    /// <inheritdoc/>
    public sealed override JsonTypeInfo DetectionJson => TypedDetectionJson;

    /// <inheritdoc/>
    public sealed override JsonTypeInfo SummaryJson => TypedSummaryJson;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> Columns => [.. TypedColumns.Select(column => column.Name)];

    /// <inheritdoc/>
    public sealed override Summary EmptySummary { get; } = new TSummary();

    /// <summary>The source-generated JSON of a detection.</summary>
    protected abstract JsonTypeInfo<TDetection> TypedDetectionJson { get; }

    /// <summary>The source-generated JSON of the summary.</summary>
    protected abstract JsonTypeInfo<TSummary> TypedSummaryJson { get; }

    /// <summary>The columns of a detection when it is written as the row of a table.</summary>
    protected abstract IReadOnlyList<DetectionColumn<TDetection>> TypedColumns { get; }

    /// <inheritdoc/>
    public sealed override IEnumerable<TableValue> RowOf(Detection detection) =>
        TypedColumns.Select(column => column.Value((TDetection)detection));

    /// <inheritdoc/>
    public sealed override Summary Add(Summary summary, Detection detection) =>
        Add((TSummary)summary, (TDetection)detection);

    /// <inheritdoc cref="Add(Summary, Detection)"/>
    protected abstract TSummary Add(TSummary summary, TDetection detection);

    /// <inheritdoc/>
    public sealed override TrackedDetection ToTracked(Detection detection) => ToTracked((TDetection)detection);

    /// <inheritdoc cref="ToTracked(Detection)"/>
    protected abstract TrackedDetection ToTracked(TDetection detection);
}
