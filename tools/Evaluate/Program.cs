using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Engine;
using VideoAnalysis.Evaluate;
using VideoAnalysis.Evaluate.Faces;
using VideoAnalysis.Evaluate.Labels;
using VideoAnalysis.Evaluate.Persons;
using VideoAnalysis.Evaluate.Text;

await using var services = new ServiceCollection().AddVideoEngine().BuildServiceProvider();
IMeasuredAnalysis[] analyses =
[
    new FaceEvaluation(),
    new LabelEvaluation(),
    new PersonEvaluation(services.GetRequiredService<IFaceIndexer>()),
    new TextEvaluation(),
];
var command = new RootCommand(
    "Measures the analyses on the repository's footage, of which the truth is known: recall, precision and speed. "
    + "Ends with 1 if one of them is not as right as it must be.");
command.SetAction((_, cancellationToken) => RunAsync(analyses, [], cancellationToken));
foreach (var analysis in analyses)
{
    var videos = new Argument<string[]>("videos")
    {
        Description =
            "Videos, each with its ground truth (the JSON file of the same name), or folders with such videos. "
            + "By default the footage of the repository.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    var one = new Command(analysis.Name, $"Measures {analysis.Name} alone.") { videos };
    one.SetAction(
        (parsed, cancellationToken) => RunAsync([analysis], parsed.GetValue(videos) ?? [], cancellationToken));
    command.Add(one);
}

return await command.Parse(args).InvokeAsync();

async Task<int> RunAsync(IMeasuredAnalysis[] analyses, string[] paths, CancellationToken cancellationToken)
{
    try
    {
        var evaluation = new VideoEvaluation(services.GetRequiredService<IVideoEngine>(), TimeProvider.System);
        var report = new Report(Console.Out);
        foreach (var analysis in analyses)
        {
            var videos = paths.Length > 0
                ? Footage.In(paths)
                : await Footage.OfRepositoryAsync(analysis.Name, cancellationToken);
            foreach (var video in videos)
            {
                await report.AddAsync(
                    await evaluation.RunAsync(analysis, video, Footage.TruthOf(video), cancellationToken));
            }
        }

        await report.EndAsync();
        return report.IsGood ? 0 : 1;
    }
    catch (Exception e) when (e is UnusableVideoException
        or IOException or InvalidDataException or InvalidOperationException)
    {
        await Console.Error.WriteLineAsync(e.Message);
        return 1;
    }
}
