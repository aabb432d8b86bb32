using System.Security.Cryptography;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary>A picture of a request, as a file for the time of the request.</summary>
internal sealed class PictureFile : IDisposable
{
    /// <summary>The largest picture in a request (API reference, <c>Image</c>).</summary>
    private const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>The largest picture in a bucket (Rekognition quotas).</summary>
    private const long MaxObjectBytes = 15 * 1024 * 1024;

    private readonly IDisposable _held;

    private PictureFile(string path, string digest, IDisposable held)
    {
        (Path, Digest) = (path, digest);
        _held = held;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The SHA-256 of its bytes, in hexadecimal digits.</summary>
    public string Digest { get; }

    /// <summary>Makes a file of a picture.</summary>
    /// <exception cref="RekognitionException">The picture is not there, or too large.</exception>
    public static async Task<PictureFile> OpenAsync(
        RequestImage picture, IJobObjects objects, CancellationToken cancellationToken)
    {
        if (picture is { Bytes: not null, S3Object: not null }
            or { Bytes: null, S3Object: not { Bucket: not null, Name: not null } })
        {
            throw RekognitionException.InvalidParameter(
                "Request has invalid parameters: Image needs either Bytes or an S3Object with a Bucket and a Name.");
        }

        return picture.Bytes is { } bytes
            ? await WriteAsync(bytes, cancellationToken)
            : await OpenAsync(picture.S3Object!, objects, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    private static async Task<PictureFile> WriteAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        if (bytes.Length is 0 or > MaxBytes)
        {
            throw RekognitionException.ImageTooLarge(MaxBytes);
        }

        var file = new ScratchFile();
        try
        {
            await File.WriteAllBytesAsync(file.Path, bytes, cancellationToken);
            return new(file.Path, Convert.ToHexString(SHA256.HashData(bytes)), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static async Task<PictureFile> OpenAsync(
        S3ObjectName source, IJobObjects objects, CancellationToken cancellationToken)
    {
        var found = await objects.FindAsync(source, cancellationToken)
            ?? throw RekognitionException.InvalidS3Object($"s3://{source.Bucket}/{source.Name}");
        if (found.Size > MaxObjectBytes)
        {
            throw RekognitionException.ImageTooLarge(MaxObjectBytes);
        }

        var file = await objects.OpenAsync(source, found.ETag, cancellationToken)
            ?? throw RekognitionException.InvalidS3Object($"s3://{source.Bucket}/{source.Name}");
        try
        {
            await using var stream = File.OpenRead(file.Path);
            return new(file.Path, Convert.ToHexString(await SHA256.HashDataAsync(stream, cancellationToken)), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    // Nobody else may read it: Path.GetTempFileName makes files that only their owner can open.
    private sealed class ScratchFile : IDisposable
    {
        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
