using System.CommandLine;
using VideoAnalysis.Engine;
using VideoAnalysis.Engine.Evaluation;
using VideoAnalysis.Engine.Faces;
using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Cli;

/// <summary><c>evaluate</c>: how right the detector is.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var video = new Argument<FileInfo>("video") { Description = "A video of which the truth is known." };
        video.AcceptExistingOnly();
        var truth = new Argument<FileInfo?>("truth")
        {
            Description = "Its ground truth (default: the JSON file of the same name).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "evaluate",
            "Measures the detector: recall, precision, speed and memory. Ends with 1 if it is not as right as it must be.")
        {
            video,
            truth,
        };
        command.SetAction((parsed, cancellationToken) => CommandGuard.RunAsync(
            stop =>
            {
                var path = parsed.GetValue(video)!.FullName;
                return RunAsync(path, parsed.GetValue(truth)?.FullName ?? Path.ChangeExtension(path, ".json"), stop);
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string video, string truth, CancellationToken cancellationToken)
    {
        using var engine = new FaceDetectionEngine(new FaceModels(FaceModels.DefaultDirectory));
        try
        {
            return await new DetectorEvaluation(new DetectorEngine(engine), TimeProvider.System)
                .RunAsync(video, truth, Console.Out, cancellationToken);
        }
        catch (Exception e) when (e is UnusableVideoException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Failure;
        }
    }
}
