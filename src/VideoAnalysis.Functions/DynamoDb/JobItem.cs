using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>
/// How a job is stored: in plain attributes, so that a person who looks into the table understands it. Only the
/// summary, which every analysis has its own kind of, is JSON in a text.
/// </summary>
internal static class JobItem
{
    public const string SortKeyPrefix = "job#";

    public static Dictionary<string, AttributeValue> KeyOf(string key, string analysis) => new()
    {
        [Attributes.PartitionKey] = AttributeValues.Text(key),
        [Attributes.SortKey] = AttributeValues.Text(SortKeyPrefix + analysis),
    };

    public static Dictionary<string, AttributeValue> Of(AnalysisJob job, Analysis? analysis)
    {
        var item = KeyOf(job.Upload.Video.Key, job.Analysis);
        item.Set(Attributes.Revision, job.Revision);
        item.Set("token", job.Token.Value);
        item.Set("cuts", job.Cuts?.Value);
        item.Set("rebuilt", job.Rebuilt?.Value);
        item.Set("rebuilding", job.Rebuilding?.Value);
        item.Set("status", job.Status.ToName());
        item.Set("reason", job.Reason);
        item.Set("warning", job.Warning);
        item.Set("jobId", job.JobId);
        item.Set("upload", OfUpload(job.Upload));
        item.Set("metadata", job.Metadata is { } metadata ? OfMetadata(metadata) : null);
        item.Set("summary", OfSummary(job.Summary, analysis));
        item.Set("checkpoint", job.Checkpoint is { } checkpoint ? OfCheckpoint(checkpoint, analysis) : null);
        item.Set("createdAt", job.CreatedAt);
        item.Set("startedAt", job.StartedAt);
        item.Set("completedAt", job.CompletedAt);
        item.SetExpiry(job.ExpiresAt);
        if (job.InBacklog)
        {
            item["inBacklog"] = new() { BOOL = true };
        }

        if (job.Garbage.Count > 0)
        {
            item["garbage"] = new() { L = [.. job.Garbage.Select(token => AttributeValues.Text(token.Value))] };
        }

        if (job.IsUnannounced)
        {
            item["unannounced"] = new() { BOOL = true };
        }

        if (job.DueAt is { } dueAt)
        {
            item.Set(Attributes.Unfinished, "job");
            item.Set(Attributes.DueAt, dueAt.ToUnixTimeMilliseconds());
        }

        if (job.Status != JobStatus.Deleted)
        {
            var position = ListPosition.Of(job);
            item.Set(Attributes.UploadDay, UploadOrder.DayOf(position));
            item.Set(Attributes.UploadSort, UploadOrder.SortKeyOf(position));
        }

        return item;
    }

    public static AnalysisJob Read(Dictionary<string, AttributeValue> item, AnalysisRegistry analyses)
    {
        var name = item.GetText(Attributes.SortKey)[SortKeyPrefix.Length..];
        var analysis = analyses.Find(name);
        return new()
        {
            Upload = ReadUpload(item),
            Analysis = name,
            Token = ReadToken(item.FindText("token"), item),
            Cuts = FindToken("cuts", item),
            Rebuilt = FindToken("rebuilt", item),
            Rebuilding = FindToken("rebuilding", item),
            Status = JobStatusNames.Parse(item.GetText("status")) ?? throw item.Unreadable("has an unknown status"),
            Reason = item.FindText("reason"),
            Warning = item.FindText("warning"),
            JobId = item.FindText("jobId"),
            Metadata = item.FindMap("metadata") is { } metadata ? ReadMetadata(metadata) : null,
            Summary = ReadSummary(item.FindText("summary"), analysis),
            Checkpoint = item.FindMap("checkpoint") is { } checkpoint ? ReadCheckpoint(checkpoint, analysis) : null,
            InBacklog = item.GetValueOrDefault("inBacklog")?.BOOL ?? false,
            CreatedAt = item.GetTime("createdAt"),
            StartedAt = item.FindTime("startedAt"),
            CompletedAt = item.FindTime("completedAt"),
            Garbage = [.. (item.GetValueOrDefault("garbage")?.L ?? []).Select(token => ReadToken(token.S, item))],
            IsUnannounced = item.GetValueOrDefault("unannounced")?.BOOL ?? false,
            DueAt = item.FindNumber(Attributes.DueAt) is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null,
            ExpiresAt = item.FindExpiry(),
            Revision = item.GetNumber(Attributes.Revision),
        };
    }

    private static Dictionary<string, AttributeValue> OfUpload(Upload upload)
    {
        var map = new Dictionary<string, AttributeValue>();
        map.Set("bucket", upload.Video.Bucket);
        map.Set("versionId", upload.VersionId);
        map.Set("eTag", upload.ETag);
        map.Set("sequencer", upload.Sequencer?.ToString());
        map.Set("eventTime", upload.EventTime);
        map.Set("size", upload.Size);
        map.Set("attempt", (long)upload.Attempt);
        return map;
    }

    private static Upload ReadUpload(Dictionary<string, AttributeValue> item)
    {
        var map = item.FindMap("upload") ?? throw item.Unreadable("has no upload");
        return new()
        {
            Video = new(map.GetText("bucket"), item.GetText(Attributes.PartitionKey)),
            VersionId = map.FindText("versionId"),
            ETag = map.FindText("eTag"),
            Sequencer = map.FindText("sequencer") is { } sequencer ? new Sequencer(sequencer) : null,
            EventTime = map.GetTime("eventTime"),
            Size = map.FindNumber("size"),
            Attempt = (int)map.GetNumber("attempt"),
        };
    }

    private static Dictionary<string, AttributeValue> OfMetadata(VideoMetadata metadata)
    {
        var map = new Dictionary<string, AttributeValue>();
        map.Set("codec", metadata.Codec);
        map.Set("durationMillis", metadata.DurationMillis);
        map.Set("format", metadata.Format);
        map.Set("frameRate", metadata.FrameRate);
        map.Set("frameHeight", metadata.FrameHeight);
        map.Set("frameWidth", metadata.FrameWidth);
        map.Set("colorRange", metadata.ColorRange);
        return map;
    }

    private static VideoMetadata ReadMetadata(Dictionary<string, AttributeValue> map) => new()
    {
        Codec = map.FindText("codec"),
        DurationMillis = map.FindNumber("durationMillis"),
        Format = map.FindText("format"),
        FrameRate = map.FindFraction("frameRate"),
        FrameHeight = map.FindNumber("frameHeight"),
        FrameWidth = map.FindNumber("frameWidth"),
        ColorRange = map.FindText("colorRange"),
    };

    private static Dictionary<string, AttributeValue> OfCheckpoint(CollectionCheckpoint checkpoint, Analysis? analysis)
    {
        var map = new Dictionary<string, AttributeValue>();
        map.Set("nextToken", checkpoint.NextToken);
        map.Set("skip", (long)checkpoint.Skip);
        map.Set("chunks", (long)checkpoint.Chunks);
        map.Set("summary", OfSummary(checkpoint.Summary, analysis));
        map.Set("tracker", checkpoint.Tracker);
        return map;
    }

    /// <summary>Without its analysis a checkpoint has no summary, and the collection begins anew.</summary>
    private static CollectionCheckpoint? ReadCheckpoint(Dictionary<string, AttributeValue> map, Analysis? analysis) =>
        ReadSummary(map.FindText("summary"), analysis) is { } summary
            ? new(
                map.FindText("nextToken"),
                (int)map.GetNumber("skip"),
                (int)map.GetNumber("chunks"),
                summary,
                map.FindText("tracker"))
            : null;

    private static string? OfSummary(Summary? summary, Analysis? analysis) =>
        summary is not null && analysis is not null ? JsonSerializer.Serialize(summary, analysis.SummaryJson) : null;

    /// <summary>
    /// An analysis that is registered no longer cannot tell what its summary is; the job is still a job.
    /// </summary>
    private static Summary? ReadSummary(string? json, Analysis? analysis) =>
        json is not null && analysis is not null
            ? (Summary?)JsonSerializer.Deserialize(json, analysis.SummaryJson) : null;

    private static ClientRequestToken? FindToken(string attribute, Dictionary<string, AttributeValue> item) =>
        item.FindText(attribute) is { } value ? ReadToken(value, item) : null;

    private static ClientRequestToken ReadToken(string? value, Dictionary<string, AttributeValue> item) =>
        ClientRequestToken.TryParse(value) ?? throw item.Unreadable("has an unreadable token");
}
