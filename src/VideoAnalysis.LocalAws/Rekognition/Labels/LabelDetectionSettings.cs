namespace VideoAnalysis.LocalAws.Rekognition.Labels;

/// <summary>The model's <c>LabelDetectionSettings</c>.</summary>
/// <param name="GeneralLabels">Filters of general labels.</param>
internal sealed record LabelDetectionSettings(GeneralLabelsSettings? GeneralLabels);
