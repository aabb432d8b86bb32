namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>
/// The names of the attributes that keys, indexes and conditions are made of. They are in the deployed template and
/// in stored items: a name stays what it is.
/// </summary>
internal static class Attributes
{
    /// <summary>The object key; <c>days</c> for the markers of the days.</summary>
    public const string PartitionKey = "pk";

    /// <summary>What of the object key it is: <c>job#…</c>, <c>data#…</c>; or <c>day#…</c>, a marker.</summary>
    public const string SortKey = "sk";

    /// <summary>Counts the writes of a job.</summary>
    public const string Revision = "revision";

    /// <summary>Partition of the sparse index: present only while <see cref="DueAt"/> is.</summary>
    public const string Unfinished = "unfinished";

    /// <summary>When somebody should look at the job, in milliseconds since 1970.</summary>
    public const string DueAt = "dueAt";

    /// <summary>The day of the upload, in UTC, as in <c>2026-02-28</c>.</summary>
    public const string UploadDay = "uploadDay";

    /// <summary>Orders the jobs of a day: see <see cref="UploadOrder"/>.</summary>
    public const string UploadSort = "uploadSort";

    /// <summary>When DynamoDB may remove the item, in seconds since 1970 (its time to live).</summary>
    public const string ExpiresAt = "expiresAt";
}
