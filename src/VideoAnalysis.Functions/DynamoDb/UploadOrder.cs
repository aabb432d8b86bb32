using System.Globalization;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>
/// Where a job stands in the index by day of upload. The sort key has the hash of the object key in it and not the
/// key itself: an index's sort key has at most 1,024 bytes, and an object key alone may have as many.
/// </summary>
internal static class UploadOrder
{
    /// <summary>The partition: the day in UTC, as in <c>2026-02-28</c>.</summary>
    public static string DayOf(ListPosition position) =>
        position.UploadedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The sort key: <c>1772236800000#9f86d081884c7d65#faces</c>, the time in milliseconds.</summary>
    public static string SortKeyOf(ListPosition position) => string.Create(
        CultureInfo.InvariantCulture,
        $"{position.UploadedAt.ToUnixTimeMilliseconds():D13}#{position.KeyHash}#{position.Analysis}");
}
