using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Arguments;

namespace VideoAnalysis.Local.Cli.Files;

/// <summary>Writes the results of videos to where the command line wants them.</summary>
/// <param name="targets">Where to.</param>
/// <param name="standardOutput">Opens standard output.</param>
internal sealed class ResultFiles(IReadOnlyList<FileTarget> targets, Func<Stream> standardOutput)
{
    /// <summary>Whether nothing is to be written.</summary>
    public bool IsEmpty => targets.Count == 0;

    /// <summary>Whether standard output is taken, so that what people read has to go elsewhere.</summary>
    public bool TakeStandardOutput => targets.Any(target => target.IsStandardOutput);

    /// <summary>Makes sure that the results of videos could be written, before any work is done for them.</summary>
    /// <exception cref="UsageException">One could not.</exception>
    public void Try(IEnumerable<string> keys)
    {
        foreach (var (target, key) in targets.Where(target => !target.IsStandardOutput)
            .SelectMany(target => keys.Select(key => (target, key))))
        {
            var file = target.FileOf(key, "", isOnly: true);
            try
            {
                WholeFile.Try(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UsageException($"--{target.Format.Name} cannot write {Printable.Line(file)}: {e.Message}");
            }
        }
    }

    /// <summary>
    /// Makes sure that the results of these analyses could be written, before any work is done for them.
    /// </summary>
    /// <exception cref="UsageException">The results could not be written to the place that was named.</exception>
    public void Take(IReadOnlyList<string> analyses)
    {
        if (TakeStandardOutput && analyses.Count > 1)
        {
            throw new UsageException("Standard output takes one analysis, and there are " +
                $"{string.Join(", ", analyses)}: choose with --analyses, or name a file.");
        }
    }

    /// <summary>
    /// Writes the results of a video, of every analysis that succeeded, in every format that is wanted.
    /// </summary>
    /// <param name="video">The API's answer about the video.</param>
    /// <param name="filter">Which detections.</param>
    /// <param name="api">Where they come from.</param>
    /// <param name="cancellationToken">Gives up; a file that is not whole is not there then.</param>
    public async Task WriteAsync(
        VideoAnswer video, DetectionFilter filter, ApiClient api, CancellationToken cancellationToken)
    {
        var analyses = video.WithResult;
        Take(analyses);
        foreach (var (target, analysis) in targets.SelectMany(
            target => analyses.Select(analysis => (target, analysis))))
        {
            if (target.IsStandardOutput)
            {
                await using var output = standardOutput();
                await WriteAsync(target, analysis, output);
                continue;
            }

            var file = target.FileOf(video.Key, analysis, analyses.Count == 1);
            if (target.IsFolder)
            {
                WholeFile.MakeFolder(file);
            }

            await WholeFile.WriteAsync(file, output => WriteAsync(target, analysis, output));
        }

        Task WriteAsync(FileTarget target, string analysis, Stream output) =>
            new ResultDownload(api, target.Kind)
                .WriteAsync(video.Key, analysis, filter, target.Format, output, cancellationToken);
    }
}
