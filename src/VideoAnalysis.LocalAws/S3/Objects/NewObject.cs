using VideoAnalysis.LocalAws.S3.Checksums;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>An object about to be stored; its file is durable already.</summary>
internal sealed record NewObject
{
    public required string Bucket { get; init; }

    public required string Key { get; init; }

    /// <summary>The opaque name of its file.</summary>
    public required string File { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Without quotes.</summary>
    public required string ETag { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required ObjectCreation Creation { get; init; }

    public required WriteCondition Condition { get; init; }

    public ObjectChecksum? Checksum { get; init; }

    /// <summary>The sizes of its parts in order, if it was uploaded in parts.</summary>
    public IReadOnlyList<long> Parts { get; init; } = [];
}
