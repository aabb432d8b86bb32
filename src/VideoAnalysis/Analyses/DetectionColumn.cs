namespace VideoAnalysis.Analyses;

/// <summary>A column of the detections written as a table. Names and order are read by others: they stay.</summary>
/// <param name="Name">The name in the table's head.</param>
/// <param name="Value">What a detection has in it.</param>
/// <typeparam name="TDetection">What the analysis detects.</typeparam>
public sealed record DetectionColumn<TDetection>(string Name, Func<TDetection, TableValue> Value);
