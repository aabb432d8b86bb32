using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Transfer;
using VideoAnalysis.LocalAws;

namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>Uploads files as anybody would to AWS: with the SDK, large ones in parts.</summary>
internal sealed class VideoUploader : IDisposable
{
    /// <summary>What is smaller is uploaded in one piece, and too soon to tell of.</summary>
    private const long PartsFrom = 16 * 1024 * 1024;

    private readonly AmazonS3Client _client;
    private readonly TransferUtility _transfer;

    /// <param name="endpoint">Where S3 is.</param>
    public VideoUploader(Uri endpoint)
    {
        _client = new(
            new BasicAWSCredentials("local", "local"),
            new AmazonS3Config
            {
                ServiceURL = endpoint.AbsoluteUri,
                AuthenticationRegion = LocalNames.Region,
                ForcePathStyle = true,
            });
        _transfer = new(_client, new TransferUtilityConfig { MinSizeBeforePartUpload = PartsFrom });
    }

    /// <summary>Uploads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="progress">Told how far a large file is, 0 to 100.</param>
    /// <param name="cancellationToken">Gives up; nothing of the file is left then.</param>
    public async Task UploadAsync(VideoToUpload file, Action<int> progress, CancellationToken cancellationToken)
    {
        // A stream: the SDK's own look at a path cannot tell every name that Linux allows.
        await using var content = File.OpenRead(file.Path);
        var request = new TransferUtilityUploadRequest
        {
            BucketName = LocalNames.Bucket,
            Key = file.Key,
            InputStream = content,
            AutoCloseStream = false,
        };
        if (content.Length >= PartsFrom)
        {
            request.UploadProgressEvent += (_, step) => progress(step.PercentDone);
        }

        await _transfer.UploadAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _transfer.Dispose();
        _client.Dispose();
    }
}
