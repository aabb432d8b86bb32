using System.Globalization;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Operations;

/// <summary>The operations that read one object.</summary>
internal sealed class ReadOperations(ObjectStore objects)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>GetObject.</summary>
    public async Task GetAsync(S3Call call)
    {
        using var lease = await objects.GetAsync(call.Bucket, call.Key, call.Query("versionId"), call.Aborted);
        if (Describe(call, lease.Object) is not { } range)
        {
            return;
        }

        // A player takes its time: it reads when it has shown what it has.
        if (call.Http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        if (range.Length == 0)
        {
            return;
        }

        // Not SendFileAsync: the lease keeps the name, the open file keeps the bytes, and this reads no more than that.
        await using var file = new FileStream(
            lease.Path,
            new FileStreamOptions { Share = FileShare.Read
                | FileShare.Delete, BufferSize = 0, Options = FileOptions.Asynchronous });
        file.Position = range.Offset;
        await call.Response.StartAsync(call.Aborted);
        await CopyAsync(file, call.Response.Body, range.Length, call.Aborted);
    }

    /// <summary>HeadObject.</summary>
    public async Task HeadAsync(S3Call call)
    {
        using var lease = await objects.GetAsync(call.Bucket, call.Key, call.Query("versionId"), call.Aborted);
        Describe(call, lease.Object);
    }

    /// <summary>GetObjectTagging: nothing here has tags, which the command line asks about before it copies.</summary>
    public async Task TaggingAsync(S3Call call)
    {
        using var lease = await objects.GetAsync(call.Bucket, call.Key, call.Query("versionId"), call.Aborted);
        await call.RespondAsync(xml => xml.Root("Tagging", root => root.Group("TagSet", static _ => { })));
    }

    /// <summary>Answers everything but the body.</summary>
    /// <returns>What the body has to be; null if there is to be none.</returns>
    private static ByteRange? Describe(S3Call call, StoredObject stored)
    {
        var condition = ReadCondition.Of(call);
        var unmodified = condition.IsUnmodified(stored);
        ObjectHeaders.Apply(call, stored);
        if (unmodified)
        {
            call.Response.StatusCode = StatusCodes.Status304NotModified;
            call.Response.Headers.ContentType = default;
            return null;
        }

        var part = PartRange(call, stored);
        var range = part ?? (condition.AllowsRange(stored) ? ByteRange.Parse(call.Header("Range"), stored.Size) : null);
        if (range is { } some)
        {
            call.Response.StatusCode = StatusCodes.Status206PartialContent;
            if (stored.Size > 0)
            {
                call.Response.Headers.ContentRange = some.ContentRange(stored.Size);
            }
        }
        else
        {
            AddChecksum(call, stored);
        }

        var sent = range ?? new ByteRange(0, stored.Size);
        call.Response.ContentLength = sent.Length;
        return sent;
    }

    private static ByteRange? PartRange(S3Call call, StoredObject stored)
    {
        if (call.QueryNumber("partNumber", 1, S3Limits.Parts) is not { } number)
        {
            return null;
        }

        IReadOnlyList<long> parts = stored.Parts.Count > 0 ? stored.Parts : [stored.Size];
        if (number > parts.Count)
        {
            throw new S3Exception(416, "InvalidPartNumber", "The requested partnumber is not satisfiable");
        }

        if (stored.Parts.Count > 0)
        {
            call.Response.Headers["x-amz-mp-parts-count"] = parts.Count.ToString(CultureInfo.InvariantCulture);
        }

        return new ByteRange(parts.Take(number - 1).Sum(), parts[number - 1]);
    }

    private static void AddChecksum(S3Call call, StoredObject stored)
    {
        if (stored.Checksum is { } checksum && call.Header(ChecksumHeaders.Mode) is not null)
        {
            call.Response.Headers[checksum.Algorithm.Header] = checksum.Value;
            call.Response.Headers[ChecksumHeaders.Type] = checksum.Type;
        }
    }

    private static async Task CopyAsync(FileStream file, Stream body, long length, CancellationToken cancellationToken)
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (length > 0)
            {
                var read = await file.ReadAsync(
                    buffer.AsMemory(0, (int)Math.Min(buffer.Length, length)), cancellationToken);
                if (read == 0)
                {
                    throw new EndOfStreamException("The object's file is shorter than the object.");
                }

                await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                length -= read;
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
