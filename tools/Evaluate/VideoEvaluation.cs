using VideoAnalysis.Engine;

namespace VideoAnalysis.Evaluate;

/// <summary>Measures an analysis on videos of which the truth is known: how right it is, and how fast.</summary>
internal sealed class VideoEvaluation(IVideoEngine engine, TimeProvider time)
{
    /// <summary>Analyses one video.</summary>
    /// <param name="analysis">What to measure.</param>
    /// <param name="video">Path of the video.</param>
    /// <param name="truth">Path of its ground truth.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UnusableVideoException">The video cannot be analysed.</exception>
    /// <exception cref="InvalidDataException">The file at <paramref name="truth"/> is no ground truth.</exception>
    public async Task<Measurement> RunAsync(
        IMeasuredAnalysis analysis, string video, string truth, CancellationToken cancellationToken)
    {
        var score = await analysis.StartAsync(truth, cancellationToken);
        var start = time.GetTimestamp();
        var opened = await engine.OpenAsync(video, cancellationToken);
        await foreach (var step in opened.AnalyzeAsync([analysis.Request], cancellationToken))
        {
            score.Add(step);
        }

        var elapsed = time.GetElapsedTime(start);
        var length = TimeSpan.FromMilliseconds(opened.Metadata.DurationMillis ?? 0);
        score.End(length);
        return new(analysis.Name, Path.GetFileNameWithoutExtension(video), score, length, elapsed);
    }
}
