using System.CommandLine;
using VideoAnalysis.Jobs;
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
        var limit = NumberOption.Positive("--limit", "How many videos at most.", DefaultLimit, "-n");
        var json = JsonOption.Create();
        var all = new Option<bool>("--all") { Description = "All of them, however many there are." };
        var command = new Command(
            "list",
            "Lists videos, newest first: status, time of upload (UTC), size, object key, and how many appearances each analysis found.")
        {
            status,
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
                return await new ListRun(client, Console.Out, Console.Error, parsed.GetValue(json))
                    .RunAsync(parsed.GetValue(status), parsed.GetValue(prefix), parsed.GetValue(all) ? null : parsed.GetValue(limit), stop);
            },
            cancellationToken));
        return command;
    }
}
