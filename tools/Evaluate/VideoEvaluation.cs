using System.Diagnostics;
using System.Globalization;
using VideoAnalysis.Analyses.Faces;

namespace VideoAnalysis.Engine.Evaluation;

/// <summary>Measures the detector on a video of which the truth is known: how right it is, how fast, and how large.</summary>
internal sealed class DetectorEvaluation(IVideoEngine engine, TimeProvider time)
{
    private const double MinimumRecall = 0.95;
    private const double MinimumPrecision = 0.98;

    /// <summary>Analyses the video and prints what was measured.</summary>
    /// <param name="video">Path of the video.</param>
    /// <param name="truth">Path of its ground truth.</param>
    /// <param name="output">Where the figures go.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>0 if the detector is as right as it must be; 1 if not.</returns>
    /// <exception cref="UnusableVideoException">The video cannot be analysed.</exception>
    /// <exception cref="InvalidDataException">The truth is none.</exception>
    public async Task<int> RunAsync(string video, string truth, TextWriter output, CancellationToken cancellationToken)
    {
        var known = await GroundTruth.LoadAsync(truth, cancellationToken);
        var score = new DetectionScore(known);
        var start = time.GetTimestamp();
        var metadata = await engine.InspectAsync(video, cancellationToken);
        var length = TimeSpan.FromMilliseconds(metadata.DurationMillis ?? 0);
        await foreach (var step in engine.AnalyzeAsync(video, [new FaceRequest(AllAttributes: true)], cancellationToken))
        {
            score.Add(new(step.Timestamp, [.. step.Findings.Select(finding => (FaceDetection)finding.Detection)]));
        }

        var elapsed = time.GetElapsedTime(start);
        foreach (var (name, figure) in Figures(score, length, elapsed))
        {
            await output.WriteLineAsync($"{name,-22}{figure}".AsMemory(), cancellationToken);
        }

        var good = score.Recall >= MinimumRecall && score.Precision >= MinimumPrecision
            && score.LandmarksInside >= 1 && score.GridError <= 1000 / known.FrameRate && score.MissedSamples(length) == 0;
        await output.WriteLineAsync((good ? "as right as it must be" : "NOT as right as it must be").AsMemory(), cancellationToken);
        return good ? 0 : 1;
    }

    private static IEnumerable<(string Name, string Figure)> Figures(
        DetectionScore score, TimeSpan length, TimeSpan elapsed)
    {
        static string Text(FormattableString figure) => figure.ToString(CultureInfo.InvariantCulture);

        yield return ("faces", Text($"{score.Expected} to find, {score.Found} found, {score.Invented} invented"));
        yield return ("recall", Text($"{score.Recall:F4} (at least {MinimumRecall})"));
        yield return ("precision", Text($"{score.Precision:F4} (at least {MinimumPrecision})"));
        yield return ("mean overlap", Text($"{score.Overlap:F3} (intersection over union)"));
        yield return ("landmarks inside", Text($"{score.LandmarksInside:P1} of the boxes they belong to"));
        yield return ("landmark error", Text($"{score.LandmarkError:P1} of the face's height"));
        yield return ("samples", Text($"{score.Moments}, {score.MissedSamples(length)} missed"));
        yield return ("off the 500 ms grid", Text($"{score.GridError:F0} ms at most"));
        yield return ("off a frame's time", Text($"{score.TimestampError:F0} ms at most"));
        yield return ("speed", Text($"{length / elapsed:F2} s of video a second ({length.TotalSeconds:F1} s in {elapsed.TotalSeconds:F1} s)"));
        using var process = Process.GetCurrentProcess();
        yield return ("peak memory", Text($"{process.PeakWorkingSet64 / 1048576.0:F0} MiB resident"));
    }
}
