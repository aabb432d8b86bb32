namespace VideoAnalysis.Results;

/// <summary>A detection of a page, written as JSON already.</summary>
/// <param name="Timestamp">Milliseconds from the start of the video.</param>
/// <param name="End">
/// The last millisecond at which it is seen; the same as <paramref name="Timestamp"/> unless it is a span.
/// </param>
/// <param name="Json">A JSON object in UTF-8, without a line break.</param>
public readonly record struct DetectionLine(long Timestamp, long End, ReadOnlyMemory<byte> Json);
