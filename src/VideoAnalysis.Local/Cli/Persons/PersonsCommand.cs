using System.CommandLine;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Remote;
using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Cli.Persons;

/// <summary><c>persons</c>: who is known, and is recognised by the analysis persons, at any endpoint.</summary>
internal static class PersonsCommand
{
    private const string Law =
        "Recognising people is regulated in many places, often with a demand for their consent: find out first what " +
        "holds for you.";

    public static Command Create()
    {
        var command = new Command(
            "persons", $"Lists the persons whose faces are known, names faces, and forgets them. {Law}")
        {
            CreateList(),
            CreateAdd(),
            CreateForget(),
        };
        var api = new ApiOptions();
        api.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(api, parsed, null, (run, stop) => run.ListAsync(stop), cancellationToken));
        return command;
    }

    private static Command CreateList()
    {
        var command = new Command("list", "Lists the known persons, and how many faces of each are known.");
        var api = new ApiOptions();
        api.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(api, parsed, null, (run, stop) => run.ListAsync(stop), cancellationToken));
        return command;
    }

    private static Command CreateAdd()
    {
        var name = Name("Whose face it is.");
        var pictures = new Argument<FileInfo[]>("picture")
        {
            Description = "JPEG or PNG files, of which each shows the face from the front, large and sharp. The " +
                "largest face counts.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command(
            "add", "Makes the faces of a person known. Videos that were searched before are searched again by " +
            $"\"{CommandLine.Name} start VIDEO --analyses persons --again\". {Law}")
        {
            name,
            pictures,
        };
        var api = new ApiOptions();
        api.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            api, parsed, null, (run, stop) => run.AddAsync(parsed.GetValue(name)!, parsed.GetValue(pictures)!, stop),
            cancellationToken));
        return command;
    }

    private static Command CreateForget()
    {
        var name = Name("The person's name, as the list has it.");
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask." };
        var command = new Command(
            "forget", "Removes every face of a person. Results that were found before keep the name.")
        {
            name,
            yes,
        };
        var api = new ApiOptions();
        api.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var question = new Question(Console.In, Console.Error, canBeAnswered: !Console.IsInputRedirected);
            return RunAsync(
                api,
                parsed,
                parsed.GetValue(yes) ? null : question,
                (run, stop) => run.ForgetAsync(parsed.GetValue(name)!, stop),
                cancellationToken);
        });
        return command;
    }

    private static Argument<string> Name(string description) => new("name") { Description = description };

    private static Task<int> RunAsync(
        ApiOptions api,
        ParseResult parsed,
        Question? question,
        Func<PersonsRun, CancellationToken, Task<int>> run,
        CancellationToken cancellationToken) => CommandGuard.RunAsync(
        async stop =>
        {
            using var client = await api.OpenAsync(parsed, stop);
            return await run(new(client, Console.Out, Console.Error, question), stop);
        },
        cancellationToken);
}
