using System.Text.Json;
using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Results;

/// <summary>
/// A job as the JSON document in its row. What other columns hold (key, analysis, revision) is not in it.
/// </summary>
internal sealed record JobDocument
{
    public required string Bucket { get; init; }

    public string? VersionId { get; init; }

    public string? ETag { get; init; }

    public string? Sequencer { get; init; }

    public required DateTimeOffset EventTime { get; init; }

    public long? Size { get; init; }

    public int Attempt { get; init; }

    public required string Token { get; init; }

    public string? Cuts { get; init; }

    public string? Rebuilt { get; init; }

    public string? Rebuilding { get; init; }

    public required string Status { get; init; }

    public string? Reason { get; init; }

    public string? Warning { get; init; }

    public string? JobId { get; init; }

    public VideoMetadata? Metadata { get; init; }

    public JsonElement? Summary { get; init; }

    public CheckpointDocument? Checkpoint { get; init; }

    public bool InBacklog { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public IReadOnlyList<string> Garbage { get; init; } = [];

    public bool IsUnannounced { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The document of a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="analysis">
    /// Its analysis; null when that is not registered any more, and its summary is dropped.
    /// </param>
    public static JobDocument Of(AnalysisJob job, Analysis? analysis) => new()
    {
        Bucket = job.Upload.Video.Bucket,
        VersionId = job.Upload.VersionId,
        ETag = job.Upload.ETag,
        Sequencer = job.Upload.Sequencer?.ToString(),
        EventTime = job.Upload.EventTime,
        Size = job.Upload.Size,
        Attempt = job.Upload.Attempt,
        Token = job.Token.Value,
        Cuts = job.Cuts?.Value,
        Rebuilt = job.Rebuilt?.Value,
        Rebuilding = job.Rebuilding?.Value,
        Status = job.Status.ToName(),
        Reason = job.Reason,
        Warning = job.Warning,
        JobId = job.JobId,
        Metadata = job.Metadata,
        Summary = Write(job.Summary, analysis),
        Checkpoint = job.Checkpoint is { } checkpoint
            ? new(checkpoint.NextToken, checkpoint.Skip, checkpoint.Chunks, Write(checkpoint.Summary, analysis),
                checkpoint.Tracker)
            : null,
        InBacklog = job.InBacklog,
        CreatedAt = job.CreatedAt,
        StartedAt = job.StartedAt,
        CompletedAt = job.CompletedAt,
        Garbage = [.. job.Garbage.Select(token => token.Value)],
        IsUnannounced = job.IsUnannounced,
        DueAt = job.DueAt,
        ExpiresAt = job.ExpiresAt,
    };

    /// <summary>The job of a document.</summary>
    public AnalysisJob ToJob(string key, string analysisName, long revision, AnalysisRegistry analyses)
    {
        var analysis = analyses.Find(analysisName);
        return new()
        {
            Upload = new()
            {
                Video = new(Bucket, key),
                VersionId = VersionId,
                ETag = ETag,
                Sequencer = Sequencer is null ? null : new Sequencer(Sequencer),
                EventTime = EventTime,
                Size = Size,
                Attempt = Attempt,
            },
            Analysis = analysisName,
            Token = ReadToken(Token),
            Cuts = FindToken(Cuts),
            Rebuilt = FindToken(Rebuilt),
            Rebuilding = FindToken(Rebuilding),
            Status = JobStatusNames.Parse(Status)
                ?? throw new InvalidDataException($"\"{Status}\" is not the status of a job."),
            Reason = Reason,
            Warning = Warning,
            JobId = JobId,
            Metadata = Metadata,
            Summary = Read(Summary, analysis),

            // Without its analysis a checkpoint has no summary, and the collection begins anew.
            Checkpoint = Checkpoint is { } saved && Read(saved.Summary, analysis) is { } summary
                ? new(saved.NextToken, saved.Skip, saved.Chunks, summary, saved.Tracker)
                : null,
            InBacklog = InBacklog,
            CreatedAt = CreatedAt,
            StartedAt = StartedAt,
            CompletedAt = CompletedAt,
            Garbage = [.. Garbage.Select(ReadToken)],
            IsUnannounced = IsUnannounced,
            DueAt = DueAt,
            ExpiresAt = ExpiresAt,
            Revision = revision,
        };
    }

    private static JsonElement? Write(Summary? summary, Analysis? analysis) =>
        summary is not null && analysis is not null
            ? JsonSerializer.SerializeToElement(summary, analysis.SummaryJson)
            : null;

    private static Summary? Read(JsonElement? json, Analysis? analysis) =>
        json is { } element && analysis is not null ? (Summary?)element.Deserialize(analysis.SummaryJson) : null;

    private static ClientRequestToken? FindToken(string? value) => value is null ? null : ReadToken(value);

    private static ClientRequestToken ReadToken(string value) =>
        ClientRequestToken.TryParse(value) ?? throw new InvalidDataException($"\"{value}\" is not the token of a job.");
}
