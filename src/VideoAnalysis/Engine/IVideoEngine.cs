namespace VideoAnalysis.Engine;

/// <summary>Looks at videos on this machine. Several videos may be analysed at a time.</summary>
public interface IVideoEngine
{
    /// <summary>The names of the analyses that it can do, as in <c>faces</c>.</summary>
    IReadOnlyList<string> Analyses { get; }

    /// <summary>Opens a video: reads what it says of itself, and decodes nothing.</summary>
    /// <param name="path">The file. Its name says nothing of the format.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UnusableVideoException">The video cannot be analysed.</exception>
    Task<OpenedVideo> OpenAsync(string path, CancellationToken cancellationToken);
}
