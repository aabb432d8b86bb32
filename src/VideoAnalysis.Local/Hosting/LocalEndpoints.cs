namespace VideoAnalysis.Local.Hosting;

/// <summary>Where the local services listen: known once they do.</summary>
internal sealed class LocalEndpoints
{
    private readonly TaskCompletionSource<(Uri Services, Uri Api)> _known =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly List<string> _apiOrigins = [];

    /// <summary>S3 and Rekognition, as this machine reaches them.</summary>
    /// <exception cref="InvalidOperationException">They do not listen yet.</exception>
    public Uri Services => Known.Services;

    /// <summary>The HTTP API, as this machine reaches it.</summary>
    /// <exception cref="InvalidOperationException">It does not listen yet.</exception>
    public Uri Api => Known.Api;

    private (Uri Services, Uri Api) Known => _known.Task.IsCompletedSuccessfully
        ? _known.Task.Result
        : throw new InvalidOperationException("The local services do not listen yet.");

    /// <summary>The web origins of pages that the HTTP API serves; none before it listens.</summary>
    public IReadOnlyList<string> ApiOrigins => _apiOrigins;

    /// <summary>Waits until they listen.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _known.Task.WaitAsync(cancellationToken);

    /// <summary>Tells that they listen.</summary>
    public void Set(Uri services, Uri api)
    {
        // A person may type either name.
        _apiOrigins.AddRange(
            new[] { api.Host, "localhost", "127.0.0.1" }.Distinct().Select(host => $"{api.Scheme}://{host}:{api.Port}"));
        _known.TrySetResult((services, api));
    }
}
