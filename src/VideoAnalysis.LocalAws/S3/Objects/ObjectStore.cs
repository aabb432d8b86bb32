using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.LocalAws.S3.Protocol;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>The objects: their rows, their files, and the events that tell of them, each kept in step.</summary>
internal sealed class ObjectStore(
    LocalDatabase database, ObjectFiles files, IOutbox outbox, S3Options options, TimeProvider time) : IObjectStore
{
    /// <summary>A new file to receive something into.</summary>
    public IncomingFile Receive() => files.Create();

    /// <inheritdoc/>
    public async Task<ObjectLease?> TryGetFileAsync(
        string bucket, string key, string? versionId = null, CancellationToken cancellationToken = default)
    {
        string? missing = null;
        while (versionId is null or "null")
        {
            var found = await database.ReadAsync(
                connection => ObjectTable.Find(connection, bucket, key), cancellationToken);
            if (found is null)
            {
                return null;
            }

            if (files.TryLease(found.File, found.Size) is { } lease)
            {
                return new ObjectLease(found, lease);
            }

            // The object was replaced between the two steps: there is a newer row, or none. Else its file is lost.
            missing = found.File != missing
                ? found.File
                : throw new FileNotFoundException(
                    $"The file {found.File} of an object in {bucket} was removed from outside.");
        }

        return null;
    }

    /// <summary>Finds an object.</summary>
    /// <exception cref="S3Exception">There is no such object, or no such bucket.</exception>
    public async Task<ObjectLease> GetAsync(
        string bucket, string key, string? versionId, CancellationToken cancellationToken)
    {
        if (await TryGetFileAsync(bucket, key, versionId, cancellationToken) is { } lease)
        {
            return lease;
        }

        await CheckBucketAsync(bucket, cancellationToken);
        throw versionId is null or "null" ? S3Errors.NoSuchKey(key) : S3Errors.NoSuchVersion(versionId);
    }

    /// <summary>Returns if a bucket exists.</summary>
    /// <exception cref="S3Exception">The bucket does not exist.</exception>
    public async Task CheckBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        if (!await database.ReadAsync(connection => ObjectTable.BucketExists(connection, bucket), cancellationToken))
        {
            throw S3Errors.NoSuchBucket(bucket);
        }
    }

    /// <summary>Stores a received file as an object, and leaves the event that tells of it.</summary>
    /// <exception cref="S3Exception">There is no such bucket, or the condition does not hold.</exception>
    public async Task<StoredObject> PutAsync(IncomingFile file, NewObject created, CancellationToken cancellationToken)
    {
        file.Keep();
        return await database.WriteAsync(
            transaction =>
            {
                transaction.AfterCommit(file.Committed);
                return Put(transaction, created);
            },
            cancellationToken);
    }

    /// <summary>The same within a transaction.</summary>
    public StoredObject Put(WriteTransaction transaction, NewObject created)
    {
        if (!ObjectTable.BucketExists(transaction.Connection, created.Bucket))
        {
            throw S3Errors.NoSuchBucket(created.Bucket);
        }

        var existing = ObjectTable.Find(transaction.Connection, created.Bucket, created.Key);
        created.Condition.Check(existing, created.Key);
        var now = time.GetUtcNow();
        var stored = new StoredObject(created.Bucket, created.Key, created.File, created.Size, created.ETag, now)
        {
            Headers = created.Headers,
            Checksum = created.Checksum,
            Parts = created.Parts,
        };
        ObjectTable.Upsert(transaction, stored);
        if (stored.Bucket == options.NotifiedBucket)
        {
            var sequencer = ObjectTable.NextSequencer(transaction, now);
            outbox.Add(
                transaction,
                options.NotifiedFunction,
                ObjectCreatedEvent.Write(stored, created.Creation, sequencer, options.Region));
        }

        if (existing is not null)
        {
            transaction.AfterCommit(() => files.Retire(existing.File));
        }

        return stored;
    }

    /// <summary>Deletes objects, each for itself; a key that there is no object of is fine.</summary>
    /// <returns>For each, why it was not deleted; null if it was.</returns>
    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public Task<IReadOnlyList<S3Exception?>> DeleteAsync(
        string bucket, IReadOnlyList<Deletion> deletions, CancellationToken cancellationToken) =>
        database.FreeAsync<IReadOnlyList<S3Exception?>>(
            transaction =>
            {
                if (!ObjectTable.BucketExists(transaction.Connection, bucket))
                {
                    throw S3Errors.NoSuchBucket(bucket);
                }

                var refusals = new List<S3Exception?>();
                foreach (var deletion in deletions)
                {
                    var existing = ObjectTable.Find(transaction.Connection, bucket, deletion.Key);
                    var refusal = deletion.RefusalFor(existing);
                    refusals.Add(refusal);
                    if (refusal is null && existing is not null)
                    {
                        ObjectTable.Delete(transaction, bucket, deletion.Key);
                        transaction.AfterCommit(() => files.Retire(existing.File));
                    }
                }

                return refusals;
            },
            cancellationToken);
}
