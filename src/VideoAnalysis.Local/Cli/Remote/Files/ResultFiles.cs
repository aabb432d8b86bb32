namespace VideoAnalysis.Local.Cli.Remote.Files;

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
        foreach (var (target, key) in targets.Where(target => !target.IsStandardOutput).SelectMany(target => keys.Select(key => (target, key))))
        {
            var file = target.FileOf(key);
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

    /// <summary>Writes the result of a video in every format that is wanted.</summary>
    /// <param name="key">The object key.</param>
    /// <param name="filter">Which detections.</param>
    /// <param name="download">Fetches them.</param>
    /// <param name="cancellationToken">Gives up; a file that is not whole is not there then.</param>
    public async Task WriteAsync(
        string key, DetectionFilter filter, ResultDownload download, CancellationToken cancellationToken)
    {
        foreach (var target in targets)
        {
            if (target.IsStandardOutput)
            {
                await using var output = standardOutput();
                await WriteAsync(target, output);
                continue;
            }

            var file = target.FileOf(key);
            if (target.IsFolder)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            }

            await WholeFile.WriteAsync(file, output => WriteAsync(target, output));
        }

        Task WriteAsync(FileTarget target, Stream output) =>
            download.WriteAsync(key, filter, target.Format, output, cancellationToken);
    }
}
