namespace VideoAnalysis.Local.Hosting;

/// <summary>Where the local services listen: known once they do.</summary>
/// <param name="allowedOrigins">The web origins that are allowed besides the stack's own.</param>
internal sealed class LocalEndpoints(IReadOnlyList<string> allowedOrigins)
{
    private readonly TaskCompletionSource<(Uri Services, Uri Api)> _known =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly List<string> _origins = [.. allowedOrigins];

    /// <summary>S3 and Rekognition, as this machine reaches them.</summary>
    /// <exception cref="InvalidOperationException">The port does not listen yet.</exception>
    public Uri Services => Known.Services;

    /// <summary>The HTTP API, as this machine reaches it.</summary>
    /// <exception cref="InvalidOperationException">The port does not listen yet.</exception>
    public Uri Api => Known.Api;

    private (Uri Services, Uri Api) Known => _known.Task.IsCompletedSuccessfully
        ? _known.Task.Result
        : throw new InvalidOperationException("The local services do not listen yet.");

    /// <summary>
    /// The web origins whose pages may use S3: the allowed ones, and the HTTP API's own once it listens.
    /// </summary>
    public IReadOnlyList<string> Origins => _origins;

    /// <summary>Waits until they listen.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _known.Task.WaitAsync(cancellationToken);

    /// <summary>Tells that they listen.</summary>
    public void Set(Uri services, Uri api)
    {
        // A person may type either name.
        _origins.AddRange(
            new[] { api.Host, "localhost", "127.0.0.1" }.Distinct()
                .Select(host => $"{api.Scheme}://{host}:{api.Port}"));
        _known.TrySetResult((services, api));
    }
}
