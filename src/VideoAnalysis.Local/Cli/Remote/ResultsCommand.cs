using System.CommandLine;
using VideoAnalysis.Local.Cli.Remote.Files;

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
            """
            Prints who is seen when in a video that was analysed, by the local stack or a deployed one. Ends with 1 if
            there is no result, and says why.

            Examples:
              videoanalysis results film.mp4
              videoanalysis results film.mp4 --watch --csv film.csv
              videoanalysis results film.mp4 --from 1:02.5 --to 1:30 --min-confidence 90
              videoanalysis results film.mp4 --endpoint https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com
            """)
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
        command.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(
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
