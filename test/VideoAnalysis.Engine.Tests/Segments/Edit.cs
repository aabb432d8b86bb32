using VideoAnalysis.Engine.Tests.Decoding;

namespace VideoAnalysis.Engine.Tests.Segments;

/// <summary>Joins pictures of ffmpeg's, each for so many frames, to a video.</summary>
internal static class Edit
{
    /// <summary>Makes a video.</summary>
    /// <param name="clips">Where.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="rate">Frames a second, as ffmpeg has it.</param>
    /// <param name="parts">
    /// For how many frames, which source, and maybe filters: <c>10 testsrc2 hflip,hue=s=0</c>.
    /// </param>
    /// <param name="more">Arguments for what is special about the video; without them it has no sound.</param>
    /// <param name="input">Arguments for further inputs.</param>
    public static Task<string> MakeAsync(
        Clips clips, string name, string rate, string[] parts, string more = "", string input = "")
    {
        var chains = parts.Select((part, i) =>
        {
            var words = part.Split(' ');
            var separator = words[1].Contains('=', StringComparison.Ordinal) ? ":" : "=";
            var filters = words.Length > 2 ? "," + words[2] : "";
            return $"{words[1]}{separator}size=320x180:rate={rate},trim=end_frame={words[0]}{filters}" +
                $",setsar=1,format=yuv420p[p{i}]";
        });
        var joined = string.Concat(Enumerable.Range(0, parts.Length).Select(i => $"[p{i}]"));
        var graph = $"{string.Join(';', chains)};{joined}concat=n={parts.Length}[out]";
        return clips.MakeAsync(
            $"{input} -filter_complex {graph} -map [out] -c:v libx264 -preset ultrafast -crf 20 -bf 2 {more} {name}");
    }
}
