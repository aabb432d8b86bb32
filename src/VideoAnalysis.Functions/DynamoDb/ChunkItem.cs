using System.Globalization;
using Amazon.DynamoDBv2.Model;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>
/// How a chunk is stored. Its sort key is <c>data#faces#TOKEN#00000012345#0000000007</c>: the chunks of a job are
/// ordered by time and then by number, and a stretch of time is a range of sort keys.
/// </summary>
internal static class ChunkItem
{
    /// <summary>Eleven digits: three years in milliseconds, where Rekognition takes six hours.</summary>
    private const long MaxTimestamp = 99_999_999_999;

    public static Dictionary<string, AttributeValue> Of(
        string key, JobTag tag, DetectionChunk chunk, DateTimeOffset? expiresAt)
    {
        var item = new Dictionary<string, AttributeValue>
        {
            [Attributes.PartitionKey] = AttributeValues.Text(key),
            [Attributes.SortKey] = AttributeValues.Text(string.Create(
                CultureInfo.InvariantCulture, $"{SortKeyFrom(tag, chunk.From)}#{chunk.Sequence:D10}")),
            ["sequence"] = AttributeValues.Number(chunk.Sequence),
            ["from"] = AttributeValues.Number(chunk.From),
            ["to"] = AttributeValues.Number(chunk.To),
            ["count"] = AttributeValues.Number(chunk.Count),
            ["data"] = new() { B = new MemoryStream(chunk.Data.ToArray(), writable: false) },
        };
        item.SetExpiry(expiresAt);
        return item;
    }

    public static DetectionChunk Read(Dictionary<string, AttributeValue> item) => new(
        SequenceOf(item),
        item.GetNumber("from"),
        item.GetNumber("to"),
        (int)item.GetNumber("count"),
        item.GetValueOrDefault("data")?.B?.ToArray() ?? throw item.Unreadable("has no data"));

    public static int SequenceOf(Dictionary<string, AttributeValue> item) => (int)item.GetNumber("sequence");

    /// <summary>Before every chunk of the job.</summary>
    public static string FirstSortKey(JobTag tag) => $"data#{tag.Analysis}#{tag.Token}#";

    /// <summary>After every chunk of the job: <c>$</c> is the character after <c>#</c>.</summary>
    public static string LastSortKey(JobTag tag) => $"data#{tag.Analysis}#{tag.Token}$";

    /// <summary>Before every chunk that begins at the time or later, and after every one that begins earlier.</summary>
    public static string SortKeyFrom(JobTag tag, long timestamp) => string.Create(
        CultureInfo.InvariantCulture, $"{FirstSortKey(tag)}{Math.Clamp(timestamp, 0, MaxTimestamp):D11}");

    /// <summary>After every chunk that begins at the time or earlier, and before every one that begins later.</summary>
    public static string SortKeyAfter(JobTag tag, long timestamp) => SortKeyFrom(tag, timestamp) + "$";
}
