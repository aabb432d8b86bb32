using System.Text.Json;

namespace VideoAnalysis.LocalAws.Delivery;

/// <summary>What a function that is fed from a queue answers, where it tells of failures without throwing.</summary>
internal static class BatchResponse
{
    /// <summary>
    /// Whether an answer lists <c>batchItemFailures</c>, as functions with <c>ReportBatchItemFailures</c> do. A local
    /// delivery carries one message, so one failure is the whole delivery's.
    /// </summary>
    public static bool ReportsFailure(ReadOnlyMemory<byte> response)
    {
        if (response.IsEmpty)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(response);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("batchItemFailures", out var failures)
                && failures.ValueKind == JsonValueKind.Array
                && failures.GetArrayLength() > 0;
        }
        catch (JsonException)
        {
            // A function may return what it likes; only this one answer means something here.
            return false;
        }
    }
}
