namespace VideoAnalysis.LocalAws.Rekognition.Labels;

/// <summary>The model's <c>GetLabelDetectionRequestMetadata</c>: how the results are told.</summary>
internal sealed record LabelRequestMetadata(string SortBy, string AggregateBy);
