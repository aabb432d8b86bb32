using System.Diagnostics;
using System.Globalization;

namespace VideoAnalysis.Evaluate;

/// <summary>Prints measurements as a table.</summary>
internal sealed class Report(TextWriter output)
{
    private const string Columns =
        "analysis  video        there found  recall invented twice precision   speed";

    private readonly List<Measurement> _all = [];

    /// <summary>Whether every analysis was as right as it must be.</summary>
    public bool IsGood => _all.TrueForAll(m => m.Score.IsGood);

    /// <summary>Prints a row. The first one comes with the names of the columns.</summary>
    public async Task AddAsync(Measurement measurement)
    {
        if (_all.Count == 0)
        {
            await output.WriteLineAsync(Columns);
        }

        _all.Add(measurement);
        await RowAsync(measurement.Analysis, measurement.Video, [measurement], measurement.Score.IsGood ? ""
            : "  NOT as right as it must be");
    }

    /// <summary>
    /// Prints what there is to say besides: all videos together, or the details of the only one; and memory.
    /// </summary>
    public async Task EndAsync()
    {
        if (_all is [var only])
        {
            foreach (var (name, figure) in only.Score.Details)
            {
                await WriteAsync($"{name,-22}{figure}");
            }
        }
        else
        {
            foreach (var analysis in _all.GroupBy(m => m.Analysis))
            {
                await RowAsync(analysis.Key, "all", [.. analysis], "");
            }
        }

        using var process = Process.GetCurrentProcess();
        var (memory, time) = (process.PeakWorkingSet64 / 1048576.0, process.TotalProcessorTime.TotalSeconds);
        await WriteAsync($"peak memory {memory:F0} MiB, processor time {time:F1} s, both of this process alone");
        await WriteAsync($"{(IsGood ? "as right as it must be" : "NOT as right as it must be")}");
    }

    private Task RowAsync(string analysis, string video, IReadOnlyList<Measurement> measured, string remark)
    {
        var (expected, found) = (measured.Sum(m => m.Score.Expected), measured.Sum(m => m.Score.Found));
        var (invented, doubled) = (measured.Sum(m => m.Score.Invented), measured.Sum(m => m.Score.Doubled));
        var recall = expected == 0 ? 1 : (double)found / expected;
        var precision = found + invented == 0 ? 1 : (double)found / (found + invented);
        var speed = measured.Sum(m => m.Length.TotalSeconds) / measured.Sum(m => m.Elapsed.TotalSeconds);
        var names = $"{analysis,-10}{video,-12}";
        var counts = string.Create(
            CultureInfo.InvariantCulture, $"{expected,6}{found,6}{recall,8:F3}{invented,9}{doubled,6}");
        var ratios = string.Create(CultureInfo.InvariantCulture, $"{precision,10:F3}{speed,7:F2}x");
        return output.WriteLineAsync($"{names}{counts}{ratios}{remark}");
    }

    private Task WriteAsync(FormattableString line) =>
        output.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
}
