using System.Buffers;
using System.Text.Json;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Operations;

/// <summary>Tells the state of a job of an analysis, and page by page what it found.</summary>
internal sealed class GetOperation(LocalAnalysis analysis, VideoJobs jobs, PageTokens tokens) : IRekognitionOperation
{
    /// <inheritdoc/>
    public string Name => analysis.GetOperation;

    /// <inheritdoc/>
    public async Task<byte[]> InvokeAsync(Stream body, CancellationToken cancellationToken)
    {
        var request = await analysis.ReadGetAsync(body, cancellationToken);
        var job = await jobs.FindAsync(analysis.StartOperation, request.JobId!, cancellationToken)
            ?? throw RekognitionException.JobNotFound();
        var view = analysis.ViewOf(request);
        var pages = $"{job.Id}{view.Name}";
        var position = request.NextToken is null ? 0 : await tokens.ReadAsync(pages, request.NextToken);
        var (items, count) = job.Status == VideoJobStatus.Succeeded
            ? await jobs.ReadAsync(job, view, position, request.PageSize, cancellationToken)
            : ([], 0);
        var next = position + items.Count;
        var nextToken = next < count && items.Count > 0 ? await tokens.WriteAsync(pages, next) : null;

        var response = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(response))
        {
            Write(writer, request, job, items, nextToken);
        }

        return response.WrittenSpan.ToArray();
    }

    // Absent members are what the service has nothing to say about.
    private void Write(
        Utf8JsonWriter writer, GetJobRequest request, VideoJob job, IReadOnlyList<string> items, string? nextToken)
    {
        writer.WriteStartObject();
        writer.WriteString("JobStatus", job.Status.ToName());
        WriteText(writer, "StatusMessage", job.StatusMessage);
        WriteMetadata(writer, job);
        WriteText(writer, "NextToken", nextToken);

        // As they were stored, which is as this program wrote them.
        writer.WriteStartArray(analysis.ResultList);
        foreach (var item in items)
        {
            writer.WriteRawValue(item, skipInputValidation: true);
        }

        writer.WriteEndArray();
        analysis.WriteMembers(writer, job.Request, request);
        writer.WriteString("JobId", job.Id);
        writer.WritePropertyName("Video");
        JsonSerializer.Serialize(writer, new S3Video(job.Source), ProtocolJson.Default.S3Video);
        WriteText(writer, "JobTag", job.Tag);
        writer.WriteEndObject();
    }

    private void WriteMetadata(Utf8JsonWriter writer, VideoJob job)
    {
        if (job.Metadata is not { } metadata)
        {
            return;
        }

        writer.WritePropertyName("VideoMetadata");
        if (!analysis.HasMetadataList)
        {
            JsonSerializer.Serialize(writer, metadata, JobJson.Default.VideoMetadata);
            return;
        }

        writer.WriteStartArray();
        JsonSerializer.Serialize(writer, metadata, JobJson.Default.VideoMetadata);
        writer.WriteEndArray();
        writer.WritePropertyName("AudioMetadata");
        JsonSerializer.Serialize(writer, job.Audio, JobJson.Default.IReadOnlyListAudioTrack);
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
