using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoAnalysis.Functions.Media;

/// <summary>Where a video can be played from.</summary>
/// <param name="Key">The object key.</param>
/// <param name="Url">The address, for GET; ranges work.</param>
/// <param name="ExpiresAt">When the address ceases to work.</param>
internal sealed record Playback(string Key, string Url, string ExpiresAt)
{
    /// <summary>Bytes.</summary>
    public long? Size { get; init; }

    /// <summary>The object's entity tag, without quotes.</summary>
    public string? ETag { get; init; }
}

/// <summary>Asks for an upload.</summary>
internal sealed record NewUpload(string? Key, long? Size);

/// <summary>An upload that has begun.</summary>
/// <param name="Key">The object key.</param>
/// <param name="UploadId">S3's name for the upload.</param>
/// <param name="PartSize">The bytes of every part but the last, which has the rest.</param>
/// <param name="PartCount">How many parts there are; they are numbered from 1.</param>
internal sealed record BegunUpload(string Key, string UploadId, long PartSize, int PartCount);

/// <summary>Asks where to PUT parts.</summary>
internal sealed record WantedParts(string? Key, string? UploadId, IReadOnlyList<int>? PartNumbers);

/// <summary>Where to PUT parts.</summary>
/// <param name="Parts">An address each.</param>
/// <param name="ExpiresAt">When the addresses cease to work.</param>
internal sealed record UploadParts(IReadOnlyList<UploadPart> Parts, string ExpiresAt);

/// <summary>Where to PUT a part.</summary>
/// <param name="PartNumber">From 1.</param>
/// <param name="Url">The address, for PUT. S3 answers with an ETag, which completing the upload needs.</param>
internal sealed record UploadPart(int PartNumber, string Url);

/// <summary>Says that every part is there.</summary>
internal sealed record FinishedUpload(string? Key, string? UploadId, IReadOnlyList<FinishedPart?>? Parts);

/// <summary>A part that is there.</summary>
internal sealed record FinishedPart(int? PartNumber, string? ETag);

/// <summary>The video that an upload has become.</summary>
/// <param name="Key">The object key.</param>
/// <param name="ETag">The object's entity tag, without quotes.</param>
internal sealed record UploadedVideo(string Key, string ETag);

/// <summary>Gives an upload up.</summary>
internal sealed record AbandonedUpload(string? Key, string? UploadId);

/// <summary>The JSON of playback and uploads.</summary>
[JsonSerializable(typeof(Playback))]
[JsonSerializable(typeof(NewUpload))]
[JsonSerializable(typeof(BegunUpload))]
[JsonSerializable(typeof(WantedParts))]
[JsonSerializable(typeof(UploadParts))]
[JsonSerializable(typeof(FinishedUpload))]
[JsonSerializable(typeof(UploadedVideo))]
[JsonSerializable(typeof(AbandonedUpload))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class MediaJson : JsonSerializerContext
{
    /// <summary>With addresses that can be copied: no ampersand is written as an escape.</summary>
    public static MediaJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
