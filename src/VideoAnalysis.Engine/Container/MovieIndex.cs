namespace VideoAnalysis.Engine.Container;

/// <summary>Reads the moov box: the tracks, and the times of their frames.</summary>
internal static class MovieIndex
{
    // The fields of a visual sample entry (avc1 and the like) before the boxes in it.
    private const int VisualSampleEntry = 78;

    /// <summary>The H.264 track of a movie, and how long and fast it is.</summary>
    /// <exception cref="UnusableVideoException">There is no video track, or one in another codec.</exception>
    public static VideoTrack VideoTrackOf(Box movie, FragmentTotals fragments)
    {
        var track = VideoTrackBox(movie) ?? throw new UnusableVideoException(
            UnusableVideoReason.NoVideoTrack,
            "The file has no video track, so there is nothing to see in it. Upload a file with video.");
        if (Entry(track) is not { } entry)
        {
            throw UnusableVideo.Damaged("its video track has no format");
        }

        if (!Codec.IsH264(entry.Type) && VideoTracks(movie).Any(t => Entry(t) is { } e && Codec.IsH264(e.Type)))
        {
            throw new UnusableVideoException(
                UnusableVideoReason.UnsupportedCodec,
                "The file has several video tracks, and the first of them is not H.264. Keep the one that is, for example with: "
                + "ffmpeg -i INPUT -map 0:v:1 -map 0:a? -c copy OUTPUT.mp4");
        }

        Codec.RequireH264(entry.Type);

        var header = track.Descendant("mdia", "mdhd");
        var scale = header is { } h ? (h.Content is [1, ..] ? h.UInt32(20) : h.UInt32(12)) : 0;
        var (frames, length, lastFrame) = Times(track);
        frames += fragments.Frames;
        length += fragments.Duration;
        lastFrame = fragments.Frames == 0 ? lastFrame : fragments.LastFrame;
        if (scale == 0 || frames == 0 || length == 0)
        {
            throw UnusableVideo.Damaged("its index lists no frames");
        }

        var seconds = (double)length / scale;
        var shown = fragments.Frames == 0 ? ShownSeconds(movie, track) ?? seconds : seconds;
        return new VideoTrack(
            TimeSpan.FromSeconds(Math.Clamp(shown, 0, 1e7)),
            Math.Clamp(frames / seconds, 0.001, 1e5),
            TimeSpan.FromSeconds((double)lastFrame / scale),
            ColorRange(entry));
    }

    /// <summary>The track to analyse: the first with pictures, as it is the one that the decoder takes.</summary>
    public static Box? VideoTrackBox(Box movie) => VideoTracks(movie).Select(t => (Box?)t).FirstOrDefault();

    /// <summary>A track's number, from its tkhd.</summary>
    public static uint TrackId(Box header) => header.Content is [1, ..] ? header.UInt32(20) : header.UInt32(12);

    private static IEnumerable<Box> VideoTracks(Box movie) =>
        movie.Children().Where(b => b.Type == "trak" && b.Descendant("mdia", "hdlr") is { } h && Handler(h) == "vide");

    private static Box? Entry(Box track) => track.Descendant("mdia", "minf", "stbl", "stsd") is { } formats
        ? formats.Children(8).Select(b => (Box?)b).FirstOrDefault()
        : null;

    private static string Handler(Box handler) => handler.Content.Length >= 12
        ? System.Text.Encoding.Latin1.GetString(handler.Content[8..12])
        : string.Empty;

    // stts: pairs of a count of frames and how long each of them lasts.
    private static (long Frames, ulong Length, uint LastFrame) Times(Box track)
    {
        if (track.Descendant("mdia", "minf", "stbl", "stts") is not { } times)
        {
            return (0, 0, 0);
        }

        var (frames, length, lastFrame) = (0L, 0UL, 0U);
        var entries = Math.Min(times.UInt32(4), (times.Content.Length - 8) / 8);
        for (var i = 0; i < entries; i++)
        {
            var count = times.UInt32(8 + (8 * i));
            var each = times.UInt32(12 + (8 * i));
            frames += count;
            length += (ulong)count * each;
            lastFrame = count > 0 ? each : lastFrame;
        }

        return (frames, length, lastFrame);
    }

    // An edit list may leave frames out at either end. Its durations are in the movie's time scale, not the track's.
    private static double? ShownSeconds(Box movie, Box track)
    {
        var header = movie.Child("mvhd");
        var scale = header is { } h ? (h.Content is [1, ..] ? h.UInt32(20) : h.UInt32(12)) : 0;
        if (scale == 0 || track.Descendant("edts", "elst") is not { } edits)
        {
            return null;
        }

        var wide = edits.Content is [1, ..];
        var size = wide ? 20 : 12;
        var entries = Math.Min(edits.UInt32(4), (edits.Content.Length - 8) / size);
        var total = 0.0;
        for (var i = 0; i < entries; i++)
        {
            var offset = 8 + (i * size);
            // A media time of -1 is an empty edit: nothing is shown, the track starts later.
            var empty = wide ? edits.UInt64(offset + 8) == ulong.MaxValue : edits.UInt32(offset + 4) == uint.MaxValue;
            total += empty ? 0 : (wide ? edits.UInt64(offset) : edits.UInt32(offset));
        }

        return total > 0 ? total / scale : null;
    }

    /// <summary>Whether black is 0 or 16, where a format says so.</summary>
    internal static string? ColorRange(Box entry)
    {
        foreach (var box in entry.Children(VisualSampleEntry))
        {
            if (box.Type == "colr" && box.Content is [(byte)'n', (byte)'c', (byte)'l', (byte)'x', _, _, _, _, _, _, var range, ..])
            {
                return (range & 0x80) != 0 ? "FULL" : "LIMITED";
            }
        }

        return null;
    }
}
