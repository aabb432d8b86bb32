using System.Text;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>Finds the files that a command line names, and a key for each.</summary>
internal static class VideoFiles
{
    /// <summary>
    /// The files, in the order in which they are named, each once. A file's key is its name; where two names are the
    /// same, as many of the folders above it as tell them apart come before it.
    /// </summary>
    /// <exception cref="UsageException">Something named is no video file; every such thing is told of.</exception>
    public static IReadOnlyList<VideoToUpload> Find(IReadOnlyCollection<string> paths)
    {
        var files = new List<string>();
        var problems = new List<string>();
        if (paths.Any(path => path.Length == 0))
        {
            throw new UsageException("The name of a video is empty: a variable may not be set.");
        }

        foreach (var path in paths.Select(System.IO.Path.GetFullPath).Distinct(StringComparer.Ordinal))
        {
            if (ProblemOf(path) is { } problem)
            {
                problems.Add(problem);
            }
            else
            {
                files.Add(path);
            }
        }

        return problems.Count == 0
            ? [.. files.Select(path => new VideoToUpload(path, KeyOf(path, files)))]
            : throw new UsageException(string.Join(Environment.NewLine, problems));
    }

    private static string? ProblemOf(string path) => path switch
    {
        _ when Directory.Exists(path) => $"{path} is a folder. Name the videos in it: {path.TrimEnd('/')}/*.mp4",
        _ when !File.Exists(path) => $"{path} does not exist.",
        _ when !new Video("any", System.IO.Path.GetFileName(path)).HasVideoExtension =>
            $"{path} does not have the name of a video: only .mp4 and .mov files are analysed.",
        _ => null,
    };

    private static string KeyOf(string path, List<string> all)
    {
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var count = 1; count < names.Length; count++)
        {
            var key = string.Join('/', names[^count..]);
            if (all.TrueForAll(other => other == path || !other.EndsWith($"/{key}", StringComparison.Ordinal)))
            {
                return Encoding.UTF8.GetByteCount(key) <= Video.MaxKeyBytes
                    ? key
                    : throw new UsageException(
                        $"{path} needs a key longer than S3 allows ({Video.MaxKeyBytes} bytes): analyse it by itself.");
            }
        }

        return path.TrimStart('/');
    }
}
