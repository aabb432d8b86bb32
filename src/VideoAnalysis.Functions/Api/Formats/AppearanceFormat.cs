using System.Buffers;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>A form in which appearances are given out.</summary>
/// <inheritdoc/>
internal abstract class AppearanceFormat(string name, string mediaType, string contentType)
    : Format(name, mediaType, contentType)
{
    /// <summary>Writes a page of appearances.</summary>
    public abstract void Write(AppearancePage page, IBufferWriter<byte> output);
}
