using System.CommandLine;
using System.Reflection;
using VideoAnalysis.Mutate;

var folders = new Argument<string[]>("folders")
{
    Description = "Folders of one project below src, for example src/VideoAnalysis/Appearances.",
    Arity = ArgumentArity.OneOrMore,
};
var sample = new Option<int>("--sample")
{
    Description = "How many mutations are tried, chosen at random. By default all: that takes hours.",
    HelpName = "count",
    DefaultValueFactory = _ => int.MaxValue,
};
var seed = new Option<int>("--seed")
{
    Description = "Chooses the sample. The same seed and code give the same sample.",
    HelpName = "number",
    DefaultValueFactory = _ => 1,
};
var slowest = new Option<int>("--slowest")
{
    Description = "Test classes that take longer are not run.",
    HelpName = "seconds",
    DefaultValueFactory = _ => 30,
};
var command = new RootCommand(
    "Changes the committed code in a copy, one place at a time, runs the tests that reach the place, and lists the "
    + "changes that no test notices. Tests with the trait speed=slow are not run.")
{
    folders, sample, seed, slowest,
};
command.SetAction((parsed, cancellationToken) => RunAsync(
    [.. parsed.GetValue(folders)!.Select(folder => folder.TrimEnd('/'))],
    parsed.GetValue(sample),
    parsed.GetValue(seed),
    TimeSpan.FromSeconds(parsed.GetValue(slowest)),
    cancellationToken));
return await command.Parse(args).InvokeAsync();

static async Task<int> RunAsync(
    string[] folders, int sample, int seed, TimeSpan slowest, CancellationToken cancellationToken)
{
    var repository = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(each => each.Key == "RepositoryRoot").Value!;
    var project = string.Join('/', folders[0].Split('/').Take(2));
    if (!project.StartsWith("src/", StringComparison.Ordinal)
        || !folders.All(folder => $"{folder}/".StartsWith($"{project}/", StringComparison.Ordinal)))
    {
        Console.Error.WriteLine("The folders have to be of one project below src.");
        return 1;
    }

    using var checkout = new Checkout(repository, project);
    await checkout.OpenAsync(cancellationToken);
    var all = folders.SelectMany(checkout.Mutations).ToList();
    var chosen = Sample.Of(all, sample, seed);
    Console.Error.WriteLine($"{chosen.Count} of {all.Count} mutations; building …");
    var mutants = await checkout.BuildAsync(chosen, cancellationToken);

    var runs = new TestRuns(checkout.TestProgram);
    var reached = await runs.ReachedAsync(slowest, Console.Error.WriteLine, cancellationToken);
    var report = new Report();
    try
    {
        foreach (var (number, mutation) in mutants)
        {
            var outcome = await runs.TryAsync(number, [.. reached[number]], cancellationToken);
            report.Add(mutation, outcome);
            Console.Error.WriteLine($"{report.Count} of {mutants.Count}: {outcome}, {mutation}");
        }
    }
    catch (OperationCanceledException)
    {
        // The sample is in no order: its beginning is a sample, too.
        Console.Error.WriteLine("Stopped. This is the report of what was tried.");
    }

    Console.WriteLine(
        $"{string.Join(' ', folders)}: {report.Count} of {all.Count} mutations, seed {seed}; "
        + $"{chosen.Count - mutants.Count} more do not compile");
    report.Write(Console.Out);
    return 0;
}
