using System.CommandLine;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Cli.Remote;

/// <summary><c>start</c>: analyses of a video that is in the bucket, at any endpoint.</summary>
internal static class StartCommand
{
    public static Command Create()
    {
        var video = new Argument<string>("video") { Description = "The video's object key, as it was uploaded." };
        var analyses = AnalysesOption.Create("Which analyses (default: those that every upload gets).");
        var again = new Option<bool>("--again") { Description = "Those that succeeded, too." };
        var noWait = new Option<bool>("--no-wait") { Description = "Do not wait until they have ended." };
        var json = JsonOption.Create();
        var command = new Command(
            "start",
            "Starts analyses of an uploaded video: those that it never had or that failed. Waits, and prints who " +
            "and what is seen, and when. Ends with 1 if one failed, and says why.")
        {
            video,
            analyses,
            again,
            noWait,
            json,
        };
        var api = new ApiOptions();
        api.AddTo(command);
        command.SetAction((parsed, cancellationToken) => CommandGuard.RunAsync(
            async stop =>
            {
                var request = new AnalysesRequest(parsed.GetValue(analyses), parsed.GetValue(again));
                using var client = await api.OpenAsync(parsed, stop);
                return await new StartRun(
                    client, Console.Out, Console.Error, TimeProvider.System, parsed.GetValue(json))
                    .RunAsync(parsed.GetValue(video)!, request, !parsed.GetValue(noWait), stop);
            },
            cancellationToken));
        return command;
    }
}
