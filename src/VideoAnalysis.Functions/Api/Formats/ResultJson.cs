using System.Buffers;
using System.Text.Json;
using VideoAnalysis.Analyses;
using VideoAnalysis.Appearances;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>The JSON of the API: camelCase, times in RFC 3339 UTC, absent where nothing is known.</summary>
internal sealed class ResultJson(AnalysisRegistry analyses, IAnalysisProgress? progress = null)
{
    /// <summary>A video.</summary>
    public ReadOnlyMemory<byte> Write(VideoOverview video) => Write(json => WriteOverview(json, video));

    /// <summary>A page of the list.</summary>
    public ReadOnlyMemory<byte> Write(VideoListPage page) => Write(json =>
    {
        json.WriteStartArray("videos");
        foreach (var video in page.Videos)
        {
            json.WriteStartObject();
            WriteOverview(json, video);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteText(json, "next", page.Next?.ToString());
    });

    /// <summary>A video and a page of its detections.</summary>
    public void Write(VideoResult result, IBufferWriter<byte> output) => Write(result, output, json =>
    {
        json.WriteStartArray("detections");
        foreach (var line in result.Lines)
        {
            json.WriteRawValue(line.Json.Span, skipInputValidation: true);
        }

        json.WriteEndArray();
    });

    /// <summary>A video and a page of its appearances.</summary>
    public void Write(AppearancePage page, IBufferWriter<byte> output) => Write(page, output, json =>
    {
        json.WriteStartArray("appearances");
        foreach (var appearance in page.Appearances)
        {
            JsonSerializer.Serialize(json, appearance, AppearanceJson.Default.Appearance);
        }

        json.WriteEndArray();
    });

    /// <summary>A video and when how much was seen.</summary>
    public void Write(Timeline timeline, IBufferWriter<byte> output) => Write(timeline, output, json =>
    {
        json.WriteNumber("interval", timeline.Interval);
        json.WriteStartArray("intervals");
        foreach (var interval in timeline.Intervals)
        {
            json.WriteStartObject();
            json.WriteNumber("from", interval.From);
            json.WriteNumber("detections", interval.Detections);
            json.WriteNumber("mostAtOnce", interval.MostAtOnce);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private void Write(ResultPage page, IBufferWriter<byte> output, Action<Utf8JsonWriter> results) =>
        Write(output, json =>
        {
            WriteOverview(json, page.Overview);
            json.WriteString("analysis", page.Analysis.Name);
            results(json);
            WriteText(json, "next", page.NextPosition?.ToString());
        });

    /// <summary>An object.</summary>
    internal static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer, members);
        return buffer.WrittenMemory;
    }

    private static void Write(IBufferWriter<byte> output, Action<Utf8JsonWriter> members)
    {
        using var json = new Utf8JsonWriter(output, ProblemJson.Options);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }

    private void WriteOverview(Utf8JsonWriter json, VideoOverview video)
    {
        WriteUpload(json, video.Upload, video.Status.ToName());
        WriteMetadata(json, video.Metadata);
        json.WriteStartObject("analyses");
        foreach (var job in video.Jobs)
        {
            json.WriteStartObject(job.Analysis);
            WriteJob(json, job);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>The members of an upload.</summary>
    internal static void WriteUpload(Utf8JsonWriter json, Upload upload, string? status = null)
    {
        json.WriteString("bucket", upload.Video.Bucket);
        json.WriteString("key", upload.Video.Key);
        WriteText(json, "status", status);
        WriteTime(json, "uploadedAt", upload.EventTime);
        WriteNumber(json, "size", upload.Size);
        WriteText(json, "eTag", upload.ETag);
        WriteText(json, "versionId", upload.VersionId);
    }

    /// <summary>The members of an analysis.</summary>
    internal void WriteJob(Utf8JsonWriter json, AnalysisJob job)
    {
        json.WriteString("status", job.Status.ToName());
        WriteText(json, "reason", job.Reason);
        WriteText(json, "warning", job.Status == JobStatus.Succeeded ? job.Warning : null);
        WriteText(json, "jobId", job.JobId);
        if (job is { Status: JobStatus.InProgress, JobId: { } jobId })
        {
            WriteNumber(json, "progress", progress?.PercentOf(jobId));
        }

        WriteTime(json, "startedAt", job.StartedAt);
        WriteTime(json, "completedAt", job.CompletedAt);
        WriteTime(json, "expiresAt", job.ExpiresAt);
        if (job.Summary is { } summary && analyses.Find(job.Analysis) is { } analysis)
        {
            json.WritePropertyName("summary");
            JsonSerializer.Serialize(json, summary, analysis.SummaryJson);
        }
    }

    /// <summary>What the engine says of a video, where that is known.</summary>
    internal static void WriteMetadata(Utf8JsonWriter json, VideoMetadata? metadata)
    {
        if (metadata is null)
        {
            return;
        }

        json.WriteStartObject("metadata");
        WriteText(json, "codec", metadata.Codec);
        WriteNumber(json, "durationMillis", metadata.DurationMillis);
        WriteText(json, "format", metadata.Format);
        if (metadata.FrameRate is { } rate)
        {
            json.WriteNumber("frameRate", rate);
        }

        WriteNumber(json, "frameHeight", metadata.FrameHeight);
        WriteNumber(json, "frameWidth", metadata.FrameWidth);
        WriteText(json, "colorRange", metadata.ColorRange);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            json.WriteString(name, Rfc3339.Text(time));
        }
    }
}
