using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using VideoAnalysis.Engine;
using VideoAnalysis.Engine.Rendering;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Arguments;

namespace VideoAnalysis.Local.Cli.Reports.Html;

/// <summary>
/// Writes what was found in videos as one HTML file that needs nothing else: pictures are in it, nothing is fetched,
/// and nothing in it is run.
/// </summary>
/// <param name="results">Where appearances are asked for.</param>
internal sealed class HtmlReport(ResultsClient results)
{
    /// <summary>More subjects of an analysis are too many to read; the rest is counted.</summary>
    private const int MaxSubjects = 50;

    /// <summary>So many spans of a subject are written out; the lane shows all.</summary>
    private const int MaxSpans = 4;

    /// <summary>The pixels of a picture a side.</summary>
    private const int PictureSide = 112;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private readonly StringBuilder _html = new();

    /// <summary>Writes the report.</summary>
    /// <param name="videos">The files, and how the API says that they stand.</param>
    /// <param name="output">Where it goes, in UTF-8.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WriteAsync(
        IReadOnlyList<(string Path, VideoAnswer Answer)> videos, Stream output, CancellationToken cancellationToken)
    {
        var title = videos is [var (_, only)] ? only.Key : string.Create(Culture, $"{videos.Count} videos");
        _html.Append(Culture, $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy"
              content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>{Text(title)} – Video analysis</title>
            <style>{HtmlStyle.Css}</style>
            </head>
            <body>
            <h1>{Text(title)}</h1>

            """);
        foreach (var (path, answer) in videos)
        {
            await WriteAsync(path, answer, isOnly: videos.Count == 1, cancellationToken);
        }

        _html.Append("</body>\n</html>\n");
        await output.WriteAsync(Encoding.UTF8.GetBytes(_html.ToString()), cancellationToken);
    }

    private async Task WriteAsync(string path, VideoAnswer answer, bool isOnly, CancellationToken cancellationToken)
    {
        _html.Append("<section class=\"video\">\n");
        if (!isOnly)
        {
            _html.Append(Culture, $"<h2>{Text(answer.Key)}</h2>\n");
        }

        if (VideoReport.Describe(answer.Metadata ?? new()) is { Length: > 0 } facts)
        {
            _html.Append(Culture, $"<p class=\"quiet\">{Text(facts)}</p>\n");
        }

        var cutter = await OpenAsync(path, cancellationToken);
        foreach (var (name, analysis) in answer.Analyses)
        {
            _html.Append(Culture, $"<section>\n<h3>{Text(char.ToUpperInvariant(name[0]) + name[1..])}</h3>\n");
            if (analysis.Succeeded)
            {
                await WriteAsync(answer, name, analysis, cutter, cancellationToken);
            }
            else
            {
                _html.Append(Culture, $"<p class=\"bad\">{Text(analysis.Reason ?? StatusText.Of(analysis))}</p>\n");
            }

            _html.Append("</section>\n");
        }

        _html.Append("</section>\n");
    }

    private async Task WriteAsync(
        VideoAnswer answer, string name, VideoAnswerAnalysis analysis, FrameCutter? cutter,
        CancellationToken cancellationToken)
    {
        var appearances = await results.AppearancesAsync(answer.Key, name, DetectionFilter.None, cancellationToken);
        var found = appearances.Count == 0
            ? "Nothing was found"
            : VideoReport.Describe(appearances.Count, analysis.Summary);
        _html.Append(Culture, $"<p>{Text(found)}.</p>\n");
        if (analysis.Warning is { } warning)
        {
            _html.Append(Culture, $"<p class=\"bad\">{Text(warning)}</p>\n");
        }

        if (appearances.Count == 0)
        {
            return;
        }

        var duration = Math.Max(1, answer.Metadata?.DurationMillis ?? appearances.Max(each => each.End));
        var seen = SeenSpans.Of(appearances);
        _html.Append("<table>\n<thead><tr><th></th><th>What</th><th>Share</th><th>When</th></tr></thead>\n<tbody>\n");
        foreach (var subject in seen.Take(MaxSubjects))
        {
            var picture = await PictureAsync(cutter, subject.Best, cancellationToken);
            _html.Append(Culture, $"""
                <tr><td>{picture}</td><th scope="row"><bdi>{Text(subject.Name)}</bdi></th>
                <td class="number">{100.0 * subject.Present / duration:0.#}%</td>
                <td class="when">{Lane(subject, duration)}<span class="quiet">{Text(Spans(subject))}</span></td></tr>

                """);
        }

        _html.Append("</tbody>\n</table>\n");
        if (seen.Count > MaxSubjects)
        {
            _html.Append(
                Culture, $"<p class=\"quiet\">… and {seen.Count - MaxSubjects:N0} more, seen for less long.</p>\n");
        }
    }

    private static string Lane(SeenSpans subject, long duration)
    {
        var rectangles = subject.Spans.Select(span => string.Create(
            Culture,
            $"<rect x=\"{1000.0 * span.Start / duration:0.##}\" " +
            $"width=\"{Math.Max(2, 1000.0 * (span.End - span.Start) / duration):0.##}\" height=\"10\"/>"));
        return "<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" " +
            $"aria-hidden=\"true\">{string.Concat(rectangles)}</svg>";
    }

    private static string Spans(SeenSpans subject)
    {
        var shown = subject.Spans.Take(MaxSpans)
            .Select(span => $"{Timestamps.Format(span.Start)} – {Timestamps.Format(span.End)}");
        var rest = subject.Spans.Count - MaxSpans;
        return string.Join(", ", shown) + (rest > 0 ? string.Create(Culture, $", and {rest:N0} more times") : "");
    }

    private static async Task<FrameCutter?> OpenAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await FrameCutter.OpenAsync(path, cancellationToken);
        }
        catch (UnusableVideoException)
        {
            // Why it cannot be read is the reason of its analyses.
            return null;
        }
    }

    private static async Task<string> PictureAsync(
        FrameCutter? cutter, SeenBest? best, CancellationToken cancellationToken)
    {
        if (cutter is null || best is null)
        {
            return "";
        }

        try
        {
            var picture = await cutter.CutAsync(best.Timestamp, best.BoundingBox, PictureSide, cancellationToken);
            return picture.Length == 0 ? "" : "<img alt=\"\" width=\"56\" height=\"56\" " +
                $"src=\"data:image/jpeg;base64,{Convert.ToBase64String(picture)}\">";
        }
        catch (EngineFailureException)
        {
            // The row says all that it has to say without it.
            return "";
        }
    }

    private static string Text(string text) => HtmlEncoder.Default.Encode(Printable.Line(text));
}
