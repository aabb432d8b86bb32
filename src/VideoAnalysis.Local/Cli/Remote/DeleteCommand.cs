using System.CommandLine;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Cli.Remote;

/// <summary><c>delete</c>: removes the results of videos, at any endpoint.</summary>
internal static class DeleteCommand
{
    public static Command Create()
    {
        var videos = new Argument<string[]>("video")
        {
            Description = "The object keys of the videos.",
            Arity = ArgumentArity.OneOrMore,
        };
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask." };
        var json = JsonOption.Create();
        var command = new Command(
            "delete",
            "Removes the results of videos. The videos themselves stay in their bucket.")
        {
            videos,
            yes,
            json,
        };
        var api = new ApiOptions();
        api.AddTo(command);
        command.SetAction((parsed, cancellationToken) => CommandGuard.RunAsync(
            async stop =>
            {
                var question = new Question(Console.In, Console.Error, canBeAnswered: !Console.IsInputRedirected);
                using var client = await api.OpenAsync(parsed, stop);
                return await new DeleteRun(
                    client, Console.Out, Console.Error, parsed.GetValue(yes) ? null : question, parsed.GetValue(json))
                    .RunAsync(parsed.GetValue(videos)!, stop);
            },
            cancellationToken));
        return command;
    }
}
