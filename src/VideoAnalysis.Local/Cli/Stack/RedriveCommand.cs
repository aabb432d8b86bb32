using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.Local.Cli.Stack;

/// <summary>
/// <c>redrive</c>: puts back what the local stack gave up, as one does with a dead-letter queue on AWS.
/// </summary>
internal static class RedriveCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = $"The folder of the local stack, which must not be running (default: {DataFolders.Default}).",
            HelpName = "folder",
            DefaultValueFactory = _ => new DirectoryInfo(DataFolders.Default),
        };
        var json = JsonOption.Create();
        var command = new Command("redrive",
            "Puts back the events that were given up after failing too often; the next \"up\" delivers them.")
        {
            data,
            json,
        };
        command.SetAction((parsed, cancellationToken) => CommandGuard.RunAsync(
            stop => RunAsync(parsed.GetValue(data)!, parsed.GetValue(json), stop), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo path, bool asJson, CancellationToken cancellationToken)
    {
        if (!path.Exists)
        {
            throw new UsageException($"There is no folder {path.FullName}.");
        }

        using var folder = DataFolder.Open(path.FullName);
        using var database = new LocalDatabase(folder, [new SchemaPart("delivery", DeliveryQueue.Schema)]);
        var queue = new DeliveryQueue(database, TimeProvider.System);
        foreach (var letter in await queue.DeadLettersAsync(cancellationToken))
        {
            var failed = letter.FailedAt.ToString("u", CultureInfo.InvariantCulture);
            await Console.Out.WriteLineAsync(asJson
                ? new JsonObject
                {
                    ["function"] = letter.Function,
                    ["failedAt"] = letter.FailedAt.UtcDateTime,
                    ["attempts"] = letter.Attempts,
                    ["error"] = letter.Error,
                }.ToJsonString()
                : $"{failed}  {letter.Function}, after {letter.Attempts} attempts: {letter.Error}");
        }

        var count = await queue.RedriveAsync(cancellationToken);
        if (!asJson)
        {
            await Console.Out.WriteLineAsync($"{count} put back.");
        }

        return ExitCodes.Success;
    }
}
