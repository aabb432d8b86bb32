namespace VideoAnalysis.Local.Rekognition.Engine;

/// <summary>Opens videos to look for faces in them.</summary>
internal interface IVideoEngine
{
    /// <summary>Opens a video.</summary>
    /// <param name="path">The file. Its name says nothing of the format.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UnusableVideoException">It is no video that can be analysed.</exception>
    Task<IVideoAnalysis> OpenAsync(string path, CancellationToken cancellationToken);
}
