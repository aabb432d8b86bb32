using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using VideoAnalysis.Engine;
using VideoAnalysis.Evaluate;
using VideoAnalysis.Evaluate.Faces;

var videos = new Argument<string[]>("videos")
{
    Description = "Videos, each with its ground truth (the JSON file of the same name), or folders with such videos. "
        + "By default the sample and the footage of the repository.",
    Arity = ArgumentArity.ZeroOrMore,
};
var command = new RootCommand(
    "Measures the analyses on videos of which the truth is known: recall, precision and speed. "
    + "Ends with 1 if one of them is not as right as it must be.")
{
    videos,
};
command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(videos) ?? [], cancellationToken));
return await command.Parse(args).InvokeAsync();

static async Task<int> RunAsync(string[] paths, CancellationToken cancellationToken)
{
    IMeasuredAnalysis[] analyses = [new FaceEvaluation()];
    try
    {
        var videos = paths.Length > 0 ? Footage.In(paths) : await Footage.OfRepositoryAsync(cancellationToken);
        await using var services = new ServiceCollection().AddVideoEngine().BuildServiceProvider();
        var evaluation = new VideoEvaluation(services.GetRequiredService<IVideoEngine>(), TimeProvider.System);
        var report = new Report(Console.Out);
        foreach (var (analysis, video) in analyses.SelectMany(analysis => videos.Select(video => (analysis, video))))
        {
            await report.AddAsync(await evaluation.RunAsync(analysis, video, Footage.TruthOf(video), cancellationToken));
        }

        await report.EndAsync();
        return report.IsGood ? 0 : 1;
    }
    catch (Exception e) when (e is UnusableVideoException or IOException or InvalidDataException or InvalidOperationException)
    {
        await Console.Error.WriteLineAsync(e.Message);
        return 1;
    }
}
