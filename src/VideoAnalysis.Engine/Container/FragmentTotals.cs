namespace VideoAnalysis.Engine.Container;

/// <summary>How many frames the fragments of a file hold, and for how long.</summary>
/// <param name="Frames">Frames of the video track.</param>
/// <param name="Duration">In units of that track's time scale.</param>
/// <param name="LastFrame">How long the last of them is shown, in the same units.</param>
internal readonly record struct FragmentTotals(long Frames, ulong Duration, uint LastFrame)
{
    /// <summary>A file without fragments.</summary>
    public static FragmentTotals None => default;

    /// <summary>Adds what one fragment's index (moof) holds of the video track.</summary>
    public FragmentTotals Add(Box fragment, Box movie)
    {
        var video = MovieIndex.VideoTrackBox(movie)?.Child("tkhd") is { } header ? MovieIndex.TrackId(header) : 0;
        var (frames, duration, lastFrame) = this;
        foreach (var track in fragment.Children().Where(b => b.Type == "traf"))
        {
            if (track.Child("tfhd") is not { } defaults || defaults.UInt32(4) != video)
            {
                continue;
            }

            var usual = UsualDuration(defaults, movie, video);
            foreach (var run in track.Children().Where(b => b.Type == "trun"))
            {
                var (count, length, last) = Run(run, usual);
                frames += count;
                duration += length;
                lastFrame = count > 0 ? last : lastFrame;
            }
        }

        return new FragmentTotals(frames, duration, lastFrame);
    }

    // The fields of a tfhd follow its flags: each is there only if its flag is set.
    private static uint UsualDuration(Box defaults, Box movie, uint video)
    {
        var flags = defaults.UInt32(0) & 0xFFFFFF;
        if ((flags & 0x8) != 0)
        {
            return defaults.UInt32(8 + ((flags & 0x1) != 0 ? 8 : 0) + ((flags & 0x2) != 0 ? 4 : 0));
        }

        var extends = movie.Child("mvex")?.Children().Where(b => b.Type == "trex" && b.UInt32(4) == video).ToList();
        return extends is [var first, ..] ? first.UInt32(12) : 0;
    }

    private static (uint Count, ulong Duration, uint LastFrame) Run(Box run, uint usual)
    {
        var flags = run.UInt32(0) & 0xFFFFFF;
        var count = run.UInt32(4);
        if ((flags & 0x100) == 0)
        {
            return (count, (ulong)count * usual, usual);
        }

        var entry = 4 * int.PopCount((int)(flags & 0xF00));
        var offset = 8 + ((flags & 0x1) != 0 ? 4 : 0) + ((flags & 0x4) != 0 ? 4 : 0);
        var (total, last) = (0UL, 0U);
        for (var i = 0; i < count && offset + entry <= run.Content.Length; i++, offset += entry)
        {
            last = run.UInt32(offset);
            total += last;
        }

        return (count, total, last);
    }
}
