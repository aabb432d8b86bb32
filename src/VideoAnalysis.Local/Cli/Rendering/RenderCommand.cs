using System.CommandLine;
using VideoAnalysis.Engine.Rendering;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Cli.Rendering;

/// <summary><c>render</c>: a video with what was found in it framed, or blurred.</summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        var video = new Argument<string>("video") { Description = "The video's object key, as it was uploaded." };
        var boxes = new Option<bool>("--boxes") { Description = "Draw a frame around everything that was found." };
        var analyses = AnalysesOption.Create("With --boxes: of which analyses (default: all that have a result).");
        var blur = new Option<string[]>("--blur")
        {
            Description = "Blur everything that an analysis found, as in faces, or one of them, as in persons:NAME. " +
                "Repeat it for more.",
            HelpName = "what",
        };
        var output = new Option<FileInfo>("--output", "-o")
        {
            Description = "The MP4 file to write. One that is there is replaced when the new one is whole.",
            HelpName = "file",
            Required = true,
        };
        var command = new Command(
            "render",
            "Writes a video anew, on this machine, with what was found in it framed or blurred: everything is " +
            "followed between detections, and blurred with a margin. Sound is kept, other notes in the file are " +
            "left out.")
        {
            video,
            boxes,
            analyses,
            blur,
            output,
        };
        var api = new ApiOptions();
        api.AddTo(command);
        command.SetAction((parsed, cancellationToken) => CommandGuard.RunAsync(
            async stop =>
            {
                var blurred = (parsed.GetValue(blur) ?? []).Select(PaintedSubject.Parse).ToList();
                if (parsed.GetValue(boxes) == blurred.Count > 0)
                {
                    throw new UsageException("Say either --boxes or --blur: what is framed is not hidden.");
                }

                var paint = blurred.Count > 0 ? Paint.Blur : Paint.Colour;
                var framed = (parsed.GetValue(analyses) ?? []).Select(analysis => new PaintedSubject(analysis, null));
                using var client = await api.OpenAsync(parsed, stop);
                return await new RenderRun(client, Console.Out, Console.Error).RunAsync(
                    parsed.GetValue(video)!, paint,
                    paint == Paint.Blur ? blurred : [.. framed], parsed.GetValue(output)!.FullName, stop);
            },
            cancellationToken));
        return command;
    }
}
