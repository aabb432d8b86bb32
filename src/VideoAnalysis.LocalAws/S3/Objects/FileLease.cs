namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>Keeps a file from being deleted until this is disposed of.</summary>
internal sealed class FileLease(string path, Action release) : IDisposable
{
    private Action? _release = release;

    /// <summary>Where the file is.</summary>
    public string Path { get; } = path;

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
}
