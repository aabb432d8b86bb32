using System.CommandLine;
using Spectre.Console;
using VideoAnalysis.Local.Cli.Files;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.Local.Cli.Stack;

namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary><c>analyze</c>: videos in, a summary out.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var stack = new StackOptions(
            "A folder to keep videos and results in (as of \"up\"). Without it they are gone when the command ends.");
        var videos = new Argument<string[]>("video")
        {
            Description = "The files to analyse: .mp4 or .mov, H.264.",
            Arity = ArgumentArity.OneOrMore,
        };
        var html = new Option<FileInfo>("--report")
        {
            Description = "Write a report of all videos to this HTML file: pictures, lanes and numbers in one file " +
                "that needs nothing else.",
            HelpName = "file",
        };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Show no progress." };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Show the log of the local stack." };
        var command = new Command(
            "analyze",
            "Analyses videos and prints who and what is seen, and when. Ends with 1 if any analysis failed, and " +
            "says why.")
        {
            videos,
            html,
            quiet,
            verbose,
        };
        var exports = new FileTargetOptions(severalVideos: true);
        exports.AddTo(command);
        stack.AddTo(command);
        command.SetAction((parsed, cancellationToken) => CommandGuard.RunAsync(
            async stop =>
            {
                var files = VideoFiles.Find(parsed.GetValue(videos)!);
                var resultFiles = new ResultFiles(exports.Read(parsed, files.Count), Console.OpenStandardOutput);
                using var folder =
                    stack.DataFolder(parsed) is { } kept ? AnalysisFolder.Kept(kept) : AnalysisFolder.Temporary();
                var options = stack.Read(parsed, folder.Path) with
                {
                    ServicesPort = 0,
                    ApiPort = 0,
                    LogLevel = parsed.GetValue(verbose) ? LogLevel.Information : LogLevel.Error,
                };
                var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
                IProgressView progress = parsed.GetValue(quiet) ? new NoProgress()
                    : console.Profile.Capabilities.Interactive && !parsed.GetValue(verbose) ? new BarProgress(console)
                    : new LineProgress(Console.Error);
                var report = resultFiles.TakeStandardOutput ? Console.Error : Console.Out;
                return await new AnalyzeRun(options, progress, report, Console.Error, resultFiles, TimeProvider.System)
                {
                    Report = parsed.GetValue(html)?.FullName,
                }.RunAsync(files, stop);
            },
            cancellationToken));
        return command;
    }
}
