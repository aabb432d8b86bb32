using VideoAnalysis.LocalAws.S3.Checksums;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Protocol;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.S3.Uploads;

/// <summary>Multipart uploads: begun, filled, and completed or aborted. They outlive the process.</summary>
internal sealed class MultipartUploads(
    LocalDatabase database, ObjectFiles files, ObjectStore objects, S3Options options, TimeProvider time)
{
    // A client that got no answer asks again, maybe while the first request is still at work: one at a time. An
    // upload's turn is the one that its id hashes to, so that none has to be kept for each.
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(static _ => new SemaphoreSlim(1, 1))];

    /// <summary>How long the completion of an upload is remembered, for clients that ask again.</summary>
    public static TimeSpan Memory => TimeSpan.FromDays(7);

    /// <summary>How long an upload may stay open: as the template's AbortIncompleteMultipartUpload.</summary>
    public static TimeSpan AbandonedAfter => TimeSpan.FromDays(7);

    /// <summary>Begins an upload.</summary>
    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public async Task<MultipartUpload> CreateAsync(
        string bucket,
        string key,
        IReadOnlyDictionary<string, string> headers,
        ChecksumAlgorithm? algorithm,
        bool isFullObject,
        CancellationToken cancellationToken)
    {
        await objects.CheckBucketAsync(bucket, cancellationToken);
        var upload = new MultipartUpload(NewId(), bucket, key, time.GetUtcNow())
        {
            Headers = headers,
            Algorithm = algorithm,
            IsFullObject = isFullObject,
        };
        await database.WriteAsync(transaction => UploadTable.Insert(transaction, upload), cancellationToken);
        return upload;
    }

    /// <summary>Finds an open upload.</summary>
    /// <exception cref="S3Exception">The key has no open upload with this id.</exception>
    public async Task<MultipartUpload> GetOpenAsync(
        string bucket, string key, string id, CancellationToken cancellationToken) =>
        await FindAsync(bucket, key, id, cancellationToken) is { Completed: null } open ? open
            : throw S3Errors.NoSuchUpload(id);

    /// <summary>Stores a received file as a part, in place of the one that has its number.</summary>
    /// <exception cref="S3Exception">The upload was completed or aborted meanwhile.</exception>
    public async Task<UploadedPart> PutPartAsync(
        MultipartUpload upload, int number, IncomingFile file, string etag, ObjectChecksum? checksum,
        CancellationToken cancellationToken)
    {
        file.Keep();
        var part = new UploadedPart(number, file.Name, file.Length, etag, time.GetUtcNow(), checksum);
        await database.WriteAsync(
            transaction =>
            {
                if (UploadTable.Find(transaction.Connection, upload.Id) is not { Completed: null })
                {
                    throw S3Errors.NoSuchUpload(upload.Id);
                }

                transaction.AfterCommit(file.Committed);
                var former = UploadTable.Parts(transaction.Connection, upload.Id, number - 1, limit: 1);
                if (former is [var replaced] && replaced.Number == number)
                {
                    transaction.AfterCommit(() => files.Retire(replaced.File));
                }

                UploadTable.Upsert(transaction, upload.Id, part);
            },
            cancellationToken);
        return part;
    }

    /// <summary>The parts of an open upload in order, from after a number on.</summary>
    public Task<IReadOnlyList<UploadedPart>> PartsAsync(
        MultipartUpload upload, int after, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => UploadTable.Parts(connection, upload.Id, after, limit), cancellationToken);

    /// <summary>The open uploads of a bucket, in the order of their keys.</summary>
    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public async Task<IReadOnlyList<MultipartUpload>> OpenAsync(string bucket, CancellationToken cancellationToken)
    {
        await objects.CheckBucketAsync(bucket, cancellationToken);
        return await database.ReadAsync(connection => UploadTable.Open(connection, bucket), cancellationToken);
    }

    /// <summary>Ends an upload without an object.</summary>
    /// <exception cref="S3Exception">The upload is not open.</exception>
    public async Task AbortAsync(string bucket, string key, string id, CancellationToken cancellationToken)
    {
        await GetOpenAsync(bucket, key, id, cancellationToken);
        await database.FreeAsync(
            transaction =>
            {
                if (UploadTable.Find(transaction.Connection, id) is not { Completed: null })
                {
                    throw S3Errors.NoSuchUpload(id);
                }

                Abort(transaction, id);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Ends every open upload of a bucket that is deleted.</summary>
    public void AbortAll(WriteTransaction transaction, string bucket)
    {
        foreach (var upload in UploadTable.Open(transaction.Connection, bucket))
        {
            Abort(transaction, upload.Id);
        }
    }

    /// <summary>
    /// Makes an object of the parts. Asked again about an upload that is completed, it answers the same, and nothing
    /// happens twice.
    /// </summary>
    /// <exception cref="S3Exception">The upload, a part, or what is said of it is not there.</exception>
    public async Task<CompletedUpload> CompleteAsync(
        string bucket, string key, string id, CompletionRequest request, CancellationToken cancellationToken)
    {
        var turn = _turns[(uint)id.GetHashCode(StringComparison.Ordinal) % _turns.Length];
        await turn.WaitAsync(cancellationToken);
        try
        {
            var upload = await FindAsync(bucket, key, id, cancellationToken) ?? throw S3Errors.NoSuchUpload(id);
            return upload.Completed ?? await CompleteAsync(upload, request, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<CompletedUpload> CompleteAsync(
        MultipartUpload upload, CompletionRequest request, CancellationToken cancellationToken)
    {
        var stored = await PartsAsync(upload, 0, S3Limits.Parts, cancellationToken);
        var parts = request.Choose(upload, stored, options.MinimumPartSize);
        using var assembled = new AssembledParts(upload, parts, files);
        await assembled.AssembleAsync(cancellationToken);
        request.Check(assembled.Checksum);

        var completed = new CompletedUpload(assembled.ETag, assembled.Checksum);
        var created = new NewObject
        {
            Bucket = upload.Bucket,
            Key = upload.Key,
            File = assembled.File,
            Size = parts.Sum(part => part.Size),
            ETag = assembled.ETag,
            Headers = upload.Headers,
            Checksum = assembled.Checksum,
            Parts = [.. parts.Select(part => part.Size)],
            Creation = request.Creation,
            Condition = request.Condition,
        };
        await database.WriteAsync(
            transaction =>
            {
                if (UploadTable.Find(transaction.Connection, upload.Id) is not { Completed: null })
                {
                    throw S3Errors.NoSuchUpload(upload.Id);
                }

                transaction.AfterCommit(assembled.Committed);
                objects.Put(transaction, created);
                RemoveParts(transaction, upload.Id, except: assembled.File);
                UploadTable.Complete(transaction, upload.Id, completed, time.GetUtcNow());
            },
            cancellationToken);
        return completed;
    }

    /// <summary>An id that sorts behind those of earlier uploads, as S3 lists the uploads of a key.</summary>
    private string NewId() => Guid.CreateVersion7(time.GetUtcNow()).ToString("N");

    private async Task<MultipartUpload?> FindAsync(
        string bucket, string key, string id, CancellationToken cancellationToken)
    {
        await objects.CheckBucketAsync(bucket, cancellationToken);
        var upload = await database.ReadAsync(connection => UploadTable.Find(connection, id), cancellationToken);
        return upload?.Bucket == bucket && upload.Key == key ? upload : null;
    }

    private void Abort(WriteTransaction transaction, string id)
    {
        RemoveParts(transaction, id);
        UploadTable.Delete(transaction, id);
    }

    private void RemoveParts(WriteTransaction transaction, string id, string? except = null)
    {
        foreach (var part in UploadTable.Parts(transaction.Connection, id).Where(part => part.File != except))
        {
            transaction.AfterCommit(() => files.Retire(part.File));
        }

        UploadTable.DeleteParts(transaction, id);
    }
}
