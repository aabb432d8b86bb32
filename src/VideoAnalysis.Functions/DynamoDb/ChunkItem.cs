using System.Globalization;
using Amazon.DynamoDBv2.Model;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>
/// How a chunk is stored: its head and its body are an item each, so that whoever needs heads only reads (and pays
/// for) heads only. The head's sort key is <c>data#faces#TOKEN#head#00000012345#0000000007</c>: the heads of a job are
/// ordered by time and then by number, and a stretch of time is a range of sort keys. The body's is
/// <c>data#faces#TOKEN#body#0000000007</c>.
/// </summary>
internal static class ChunkItem
{
    /// <summary>Eleven digits: three years in milliseconds, where Rekognition takes six hours.</summary>
    private const long MaxTimestamp = 99_999_999_999;

    public static Dictionary<string, AttributeValue> Head(
        string key, JobTag tag, ChunkHead head, DateTimeOffset? expiresAt)
    {
        var sortKey = string.Create(
            CultureInfo.InvariantCulture, $"{HeadSortKeyFrom(tag, head.From)}#{head.Sequence:D10}");
        var item = Item(key, sortKey, head.Index, expiresAt);
        item["sequence"] = AttributeValues.Number(head.Sequence);
        item["from"] = AttributeValues.Number(head.From);
        item["to"] = AttributeValues.Number(head.To);
        item["count"] = AttributeValues.Number(head.Count);
        return item;
    }

    public static Dictionary<string, AttributeValue> Body(
        string key, JobTag tag, DetectionChunk chunk, DateTimeOffset? expiresAt) =>
        Item(key, BodySortKey(tag, chunk.Head.Sequence), chunk.Body, expiresAt);

    public static ChunkHead ReadHead(Dictionary<string, AttributeValue> item) => new(
        SequenceOf(item),
        item.GetNumber("from"),
        item.GetNumber("to"),
        (int)item.GetNumber("count"),
        ReadBytes(item));

    /// <summary>The index of a head, or a body.</summary>
    public static byte[] ReadBytes(Dictionary<string, AttributeValue> item) =>
        item.GetValueOrDefault("data")?.B?.ToArray() ?? throw item.Unreadable("has no data");

    public static int SequenceOf(Dictionary<string, AttributeValue> item) => (int)item.GetNumber("sequence");

    /// <summary>Before every item of the job's chunks.</summary>
    public static string FirstSortKey(JobTag tag) => $"data#{tag.Analysis}#{tag.Token}#";

    /// <summary>After every item of the job's chunks: <c>$</c> is the character after <c>#</c>.</summary>
    public static string LastSortKey(JobTag tag) => $"data#{tag.Analysis}#{tag.Token}$";

    /// <summary>Before every head of the job's chunks.</summary>
    public static string FirstHeadSortKey(JobTag tag) => $"{FirstSortKey(tag)}head#";

    /// <summary>
    /// Before the head of every chunk that begins at the time or later, and after every one that begins earlier.
    /// </summary>
    public static string HeadSortKeyFrom(JobTag tag, long timestamp) => string.Create(
        CultureInfo.InvariantCulture, $"{FirstHeadSortKey(tag)}{Math.Clamp(timestamp, 0, MaxTimestamp):D11}");

    /// <summary>
    /// After the head of every chunk that begins at the time or earlier, and before every one that begins later.
    /// </summary>
    public static string HeadSortKeyAfter(JobTag tag, long timestamp) => HeadSortKeyFrom(tag, timestamp) + "$";

    public static string BodySortKey(JobTag tag, int sequence) => string.Create(
        CultureInfo.InvariantCulture, $"{FirstSortKey(tag)}body#{sequence:D10}");

    private static Dictionary<string, AttributeValue> Item(
        string key, string sortKey, ReadOnlyMemory<byte> data, DateTimeOffset? expiresAt)
    {
        var item = new Dictionary<string, AttributeValue>
        {
            [Attributes.PartitionKey] = AttributeValues.Text(key),
            [Attributes.SortKey] = AttributeValues.Text(sortKey),
            ["data"] = new() { B = new MemoryStream(data.ToArray(), writable: false) },
        };
        item.SetExpiry(expiresAt);
        return item;
    }
}
