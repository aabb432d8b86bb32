using System.Text.Json.Serialization;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>ffprobe's answer, as far as it is used. Numbers are texts there, more often than not.</summary>
internal sealed record ProbeJson(
    [property: JsonPropertyName("streams")] IReadOnlyList<ProbeJson.Stream>? Streams,
    [property: JsonPropertyName("format")] ProbeJson.Container? Format)
{
    /// <summary>A track.</summary>
    internal sealed record Stream(
        [property: JsonPropertyName("index")] int Index,
        [property: JsonPropertyName("codec_type")] string? CodecType,
        [property: JsonPropertyName("codec_name")] string? CodecName,
        [property: JsonPropertyName("codec_tag_string")] string? CodecTag,
        [property: JsonPropertyName("width")] int Width,
        [property: JsonPropertyName("height")] int Height,
        [property: JsonPropertyName("pix_fmt")] string? PixelFormat,
        [property: JsonPropertyName("sample_aspect_ratio")] string? PixelAspect,
        [property: JsonPropertyName("avg_frame_rate")] string? FrameRate,
        [property: JsonPropertyName("start_time")] string? Start,
        [property: JsonPropertyName("duration")] string? Duration,
        [property: JsonPropertyName("nb_frames")] string? Frames,
        [property: JsonPropertyName("color_range")] string? ColorRange,
        [property: JsonPropertyName("color_space")] string? ColorSpace,
        [property: JsonPropertyName("sample_rate")] string? SampleRate,
        [property: JsonPropertyName("channels")] int Channels,
        [property: JsonPropertyName("disposition")] Disposition? Disposition,
        [property: JsonPropertyName("side_data_list")] IReadOnlyList<SideData>? SideData);

    /// <summary>What a track is for.</summary>
    internal sealed record Disposition([property: JsonPropertyName("attached_pic")] int AttachedPicture);

    /// <summary>What stands beside a track's pictures.</summary>
    internal sealed record SideData([property: JsonPropertyName("displaymatrix")] string? DisplayMatrix);

    /// <summary>The file.</summary>
    internal sealed record Container(
        [property: JsonPropertyName("start_time")] string? Start,
        [property: JsonPropertyName("duration")] string? Duration);
}

/// <summary>Reads <see cref="ProbeJson"/>.</summary>
[JsonSerializable(typeof(ProbeJson))]
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
internal sealed partial class ProbeJsonContext : JsonSerializerContext;
