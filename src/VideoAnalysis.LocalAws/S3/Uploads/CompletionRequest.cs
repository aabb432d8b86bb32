using VideoAnalysis.LocalAws.S3.Checksums;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Uploads;

/// <summary>What a client says when it completes a multipart upload.</summary>
internal sealed record CompletionRequest
{
    /// <summary>The parts that the object is made of, in order.</summary>
    public required IReadOnlyList<PartReference> Parts { get; init; }

    public required WriteCondition Condition { get; init; }

    public required ObjectCreation Creation { get; init; }

    /// <summary>
    /// The size that the object must come out with (<c>x-amz-mp-object-size</c>); null asks for nothing.
    /// </summary>
    public long? Size { get; init; }

    /// <summary>The checksum that the object must come out with; null asks for nothing.</summary>
    public (ChecksumAlgorithm Algorithm, string Value)? Checksum { get; init; }

    /// <summary>What the checksum of the object is over, as the client says it; null if it does not.</summary>
    public string? ChecksumType { get; init; }

    /// <summary>The stored parts that this names.</summary>
    /// <exception cref="S3Exception">One is missing, out of order, or not what it is said to be.</exception>
    public IReadOnlyList<UploadedPart> Choose(
        MultipartUpload upload, IReadOnlyList<UploadedPart> stored, long minimumSize)
    {
        if (Parts.Count == 0)
        {
            throw S3Errors.MalformedXml();
        }

        CheckChecksums(upload);

        var byNumber = stored.ToDictionary(part => part.Number);
        var chosen = new List<UploadedPart>(Parts.Count);
        foreach (var named in Parts)
        {
            if (chosen is [.., var last] && named.Number <= last.Number)
            {
                throw S3Errors.InvalidPartOrder();
            }

            if (!byNumber.TryGetValue(named.Number, out var part) || part.ETag != named.ETag || !Matches(named, part))
            {
                throw S3Errors.InvalidPart(named.Number);
            }

            chosen.Add(part);
        }

        if (chosen.SkipLast(1).FirstOrDefault(part => part.Size < minimumSize) is { } small)
        {
            throw S3Errors.EntityTooSmall(small.Number, small.Size, minimumSize);
        }

        return Size is { } size && size != chosen.Sum(part => part.Size)
            ? throw S3Errors.InvalidRequest("The x-amz-mp-object-size header does not match the size of the object.")
            : chosen;
    }

    /// <summary>Holds the checksum of the object against what was said of it.</summary>
    /// <exception cref="S3Exception">The checksums differ.</exception>
    public void Check(ObjectChecksum? checksum)
    {
        // Without a checksum of its own the upload has nothing to compare; S3 refuses that, rather than say yes.
        if (Checksum is { } expected && (checksum?.Algorithm != expected.Algorithm || checksum.Value != expected.Value))
        {
            throw S3Errors.BadDigest(expected.Algorithm.Name);
        }
    }

    private static bool Matches(PartReference named, UploadedPart part) =>
        named.Checksums.All(stated => part.Checksum?.Algorithm == stated.Algorithm
            && part.Checksum.Value == stated.Value);

    private void CheckChecksums(MultipartUpload upload)
    {
        if (ChecksumType is not null
            && (upload.Algorithm is null || ChecksumType != ObjectChecksum.TypeName(upload.IsFullObject)))
        {
            throw S3Errors.InvalidRequest(
                "The upload was created using the " +
                $"{(upload.Algorithm is null ? "null" : ObjectChecksum.TypeName(upload.IsFullObject))} checksum " +
                "mode. The complete request must use the same checksum mode.");
        }

        if (upload is { Algorithm: { } algorithm, IsFullObject: false }
            && Parts.Any(part => part.Checksums.All(stated => stated.Algorithm != algorithm)))
        {
            throw S3Errors.InvalidRequest(
                $"The upload was created using a {algorithm.Name} checksum. The complete request must include the " +
                "checksum for each part. It was missing for part " +
                $"{Parts.First(part => part.Checksums.All(stated => stated.Algorithm != algorithm)).Number} in the " +
                "request.");
        }
    }
}
