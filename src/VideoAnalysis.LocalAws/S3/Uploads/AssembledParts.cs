using System.Globalization;
using System.Security.Cryptography;
using VideoAnalysis.LocalAws.S3.Checksums;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Uploads;

/// <summary>The parts of an upload as one file.</summary>
internal sealed class AssembledParts : IDisposable
{
    private readonly MultipartUpload _upload;
    private readonly IReadOnlyList<UploadedPart> _parts;
    private readonly ObjectFiles _files;
    private readonly IncomingFile? _file;

    public AssembledParts(MultipartUpload upload, IReadOnlyList<UploadedPart> parts, ObjectFiles files)
    {
        _upload = upload;
        _parts = parts;
        _files = files;

        // A single part is the object already, unless its bytes have to be read for a checksum.
        var isWhole = parts.Count == 1 && (!upload.IsFullObject || parts[0].Checksum?.Algorithm == upload.Algorithm);
        _file = isWhole ? null : files.Create();
        File = _file?.Name ?? parts[0].File;
        ETag = CompositeETag(parts);
    }

    /// <summary>The opaque name of the file.</summary>
    public string File { get; }

    /// <summary>The entity tag of the object: the MD5 of the parts' MD5s, and their number.</summary>
    public string ETag { get; }

    /// <summary>The additional checksum of the object, if the upload is to have one.</summary>
    public ObjectChecksum? Checksum { get; private set; }

    /// <summary>Writes the file. Afterwards it is durable, and <see cref="Checksum"/> is known.</summary>
    /// <exception cref="S3Exception">A part lacks the checksum that the upload is to have.</exception>
    public async Task AssembleAsync(CancellationToken cancellationToken)
    {
        var algorithm = _upload.Algorithm;
        var running = algorithm is not null && _upload.IsFullObject ? algorithm.Start() : null;
        using var disposable = running as IDisposable;
        if (_file is not null)
        {
            foreach (var part in _parts)
            {
                using var lease = _files.TryLease(part.File, part.Size) ?? throw S3Errors.InvalidPart(part.Number);
                await _file.AppendAsync(
                    lease.Path, new ByteRange(0, part.Size), bytes => running?.Append(bytes), cancellationToken);
            }

            _file.Keep();
        }

        Checksum = algorithm switch
        {
            null => null,
            _ when running is null => Composite(algorithm),
            _ when _file is null => _parts[0].Checksum,
            _ => new ObjectChecksum(algorithm, Convert.ToBase64String(running.Finish())),
        };
    }

    /// <summary>Says that a committed row refers to the file.</summary>
    public void Committed() => _file?.Committed();

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private static string CompositeETag(IReadOnlyList<UploadedPart> parts)
    {
        var digests = parts.SelectMany(part => Convert.FromHexString(part.ETag)).ToArray();
#pragma warning disable CA5351 // S3's entity tag is an MD5; nothing is protected by it.
        return string.Create(
            CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(MD5.HashData(digests))}-{parts.Count}");
#pragma warning restore CA5351
    }

    private ObjectChecksum Composite(ChecksumAlgorithm algorithm)
    {
        var running = algorithm.Start();
        using var disposable = running as IDisposable;
        foreach (var part in _parts)
        {
            var checksum = part.Checksum?.Algorithm == algorithm ? part.Checksum.Value : throw Missing(part, algorithm);
            running.Append(Convert.FromBase64String(checksum));
        }

        return new ObjectChecksum(
            algorithm, $"{Convert.ToBase64String(running.Finish())}-{_parts.Count}", IsFullObject: false);
    }

    private static S3Exception Missing(UploadedPart part, ChecksumAlgorithm algorithm) =>
        S3Errors.InvalidRequest(
            $"The upload was created using a {algorithm.Name} checksum. Part {part.Number} was uploaded without it.");
}
