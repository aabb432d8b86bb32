using System.Buffers;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>A form in which detections are given out.</summary>
/// <inheritdoc/>
internal abstract class ResultFormat(string name, string mediaType, string contentType)
    : Format(name, mediaType, contentType)
{
    /// <summary>The most detections of a video that fit into a page, where the format adds something to each of them.</summary>
    public virtual int MostDetections(string key) => int.MaxValue;

    /// <summary>Writes a page of detections.</summary>
    public abstract void Write(VideoResult result, IBufferWriter<byte> output);
}
