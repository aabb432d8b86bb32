using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Rekognition.Engine;

/// <summary>A video that is being analysed.</summary>
internal interface IVideoAnalysis : IAsyncDisposable
{
    /// <summary>What the file says of itself.</summary>
    VideoMetadata Metadata { get; }

    /// <summary>Looks at the video from its start to its end, in bounded memory; once.</summary>
    /// <returns>Every moment that was looked at, those without a face included, in order.</returns>
    /// <exception cref="UnusableVideoException">It turns out that it cannot be read to its end.</exception>
    IAsyncEnumerable<VideoMoment> AnalyzeAsync(CancellationToken cancellationToken);
}
