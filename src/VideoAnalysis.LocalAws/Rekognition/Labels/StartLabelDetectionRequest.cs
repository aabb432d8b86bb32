using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Labels;

/// <summary>The model's request of <c>StartLabelDetection</c>.</summary>
internal sealed record StartLabelDetectionRequest : StartJobRequest
{
    /// <summary>The least confidence of a label and of an instance, 0 to 100.</summary>
    public float? MinConfidence { get; init; }

    /// <summary>At most one, <c>GENERAL_LABELS</c>, which holds anyway.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>Which labels are wanted.</summary>
    public LabelDetectionSettings? Settings { get; init; }
}
