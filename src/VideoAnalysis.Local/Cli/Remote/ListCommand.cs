using System.CommandLine;
using VideoAnalysis.Jobs;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Cli.Remote;

/// <summary><c>list</c>: the videos that an endpoint knows.</summary>
internal static class ListCommand
{
    private const int DefaultLimit = 50;

    public static Command Create()
    {
        var status = ChoiceOption.Create(
            "--status",
            "Only videos of this status; FAILED: those of which any analysis failed.",
            "status",
            [.. Enum.GetValues<JobStatus>().Where(each => each != JobStatus.Deleted).Select(JobStatusNames.ToName)]);
        var prefix = new Option<string>("--prefix")
        {
            Description = "Only videos whose object key begins with this.",
            HelpName = "text",
        };
        var analysis = new Option<string>("--analysis")
        {
            Description = "Only videos that have this analysis; with --status its status counts.",
            HelpName = "name",
        };
        var limit = NumberOption.Positive("--limit", "How many videos at most.", DefaultLimit, "-n");
        var json = JsonOption.Create();
        var all = new Option<bool>("--all") { Description = "All of them, however many there are." };
        var command = new Command(
            "list",
            "Lists videos, newest first: status, time of upload (UTC), size, how many appearances each analysis " +
            "found, and object key.")
        {
            status,
            analysis,
            prefix,
            limit,
            all,
            json,
        };
        var api = new ApiOptions();
        api.AddTo(command);
        command.SetAction((parsed, cancellationToken) => CommandGuard.RunAsync(
            async stop =>
            {
                using var client = await api.OpenAsync(parsed, stop);
                var filter = new ListFilter(
                    parsed.GetValue(status), parsed.GetValue(analysis), parsed.GetValue(prefix));
                return await new ListRun(client, Console.Out, Console.Error, parsed.GetValue(json))
                    .RunAsync(filter, parsed.GetValue(all) ? null : parsed.GetValue(limit), stop);
            },
            cancellationToken));
        return command;
    }
}
