using System.CommandLine;
using VideoAnalysis.Local.Cli.Arguments;

namespace VideoAnalysis.Local.Cli.Files;

/// <summary>The options that have results written to files: one a format.</summary>
internal sealed class FileTargetOptions
{
    private readonly IReadOnlyList<(FileFormat Format, Option<string> Option)> _options;

    private readonly Option<bool> _appearances = new("--appearances")
    {
        Description = "Write what is seen from when to when, instead of every detection.",
    };

    /// <param name="severalVideos">Whether the command may be about several videos.</param>
    public FileTargetOptions(bool severalVideos)
    {
        var place = severalVideos ? "this file (\"-\": standard output), or for several videos into this folder"
            : "this file (\"-\": standard output; a folder: under the video's name)";
        _options = [.. FileFormat.All.Select(format => (format, new Option<string>($"--{format.Name}")
        {
            Description = $"Write the whole result as {format.Name.ToUpperInvariant()} to {place}.",
            HelpName = severalVideos ? "file|folder" : "file",
        }))];
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_appearances);
        foreach (var (_, option) in _options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Where the command line wants results; told before any work is done for them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="videos">How many videos there are.</param>
    /// <exception cref="UsageException">The results cannot be written to the place that was named.</exception>
    public IReadOnlyList<FileTarget> Read(ParseResult parsed, int videos)
    {
        var kind = parsed.GetValue(_appearances) ? ResultKind.Appearances : ResultKind.Detections;
        List<FileTarget> targets = [.. _options
            .Select(each => (each.Format, Place: parsed.GetValue(each.Option)))
            .Where(each => each.Place is not null)
            .Select(each => Target(each.Format, each.Place!, kind, videos))];
        if (targets.Count == 0 && kind != ResultKind.Detections)
        {
            throw new UsageException("--appearances says what is written to a file: add one of " +
                $"{string.Join(", ", _options.Select(each => $"--{each.Format.Name}"))}.");
        }

        if (targets.Count(target => target.IsStandardOutput) is var count && count > 1)
        {
            throw new UsageException("Standard output takes one format only.");
        }

        var twice = targets.Where(target => target is { IsStandardOutput: false, IsFolder: false })
            .CountBy(target => Path.GetFullPath(target.Place)).FirstOrDefault(file => file.Value > 1).Key;
        return twice is null ? targets : throw new UsageException($"Two formats cannot both be written to {twice}.");
    }

    private static FileTarget Target(FileFormat format, string place, ResultKind kind, int videos)
    {
        if (place == FileTarget.StandardOutput)
        {
            return videos == 1
                ? new(format, place, IsFolder: false, kind)
                : throw new UsageException($"--{format.Name} - takes one video; for {videos} name a folder.");
        }

        if (place.Length == 0)
        {
            throw new UsageException($"--{format.Name} needs the name of a file.");
        }

        var isFolder = videos > 1 || Directory.Exists(place) || place.EndsWith('/');
        if (isFolder && File.Exists(place))
        {
            throw new UsageException($"--{format.Name} {place} is a file; for {videos} videos name a folder.");
        }

        return isFolder || Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(place)))
            ? new(format, place, isFolder, kind)
            : throw new UsageException($"--{format.Name} {place}: there is no such folder.");
    }
}
