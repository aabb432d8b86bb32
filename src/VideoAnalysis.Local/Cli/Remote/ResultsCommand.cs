using System.CommandLine;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Files;
using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Cli.Remote;

/// <summary><c>results</c>: what was found in a video, of any endpoint.</summary>
internal static class ResultsCommand
{
    public static Command Create()
    {
        var video = new Argument<string>("video") { Description = "The video's object key, as it was uploaded." };
        var watch = new Option<bool>("--watch", "-w") { Description = "Wait until the analysis has ended." };
        var command = new Command(
            "results",
            "Prints who and what is seen, and when, in a video that was analysed, here or by a deployed stack. Ends " +
            "with 1 if an analysis failed, and says why.")
        {
            video,
            watch,
        };
        var filter = new FilterOptions();
        var files = new FileTargetOptions(severalVideos: false);
        var api = new ApiOptions();
        filter.AddTo(command);
        files.AddTo(command);
        api.AddTo(command);
        command.SetAction((parsed, cancellationToken) => CommandGuard.RunAsync(
            async stop =>
            {
                var wanted = filter.Read(parsed);
                var resultFiles = new ResultFiles(files.Read(parsed, videos: 1), Console.OpenStandardOutput);
                using var client = await api.OpenAsync(parsed, stop);
                var report = resultFiles.TakeStandardOutput ? Console.Error : Console.Out;
                return await new ResultsRun(client, report, Console.Error, resultFiles, TimeProvider.System)
                    .RunAsync(parsed.GetValue(video)!, wanted, parsed.GetValue(watch), stop);
            },
            cancellationToken));
        return command;
    }
}
