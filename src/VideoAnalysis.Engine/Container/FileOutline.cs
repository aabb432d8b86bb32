namespace VideoAnalysis.Engine.Container;

/// <summary>The boxes that a file consists of.</summary>
/// <param name="Begins">Whether the file starts as MP4 and MOV files do.</param>
/// <param name="Index">The moov box.</param>
/// <param name="HasMedia">Whether there is a box with the pictures themselves (mdat).</param>
/// <param name="Fragments">What the indexes of fragments (moof boxes) add up to.</param>
/// <param name="MissingBytes">How many bytes the last box claims beyond the end of the file.</param>
internal sealed record FileOutline(
    bool Begins, Box? Index, bool HasMedia, FragmentTotals Fragments, long MissingBytes)
{
    // Six hours in fragments of half a second have 86,400 of them.
    private const int MostBoxes = 200_000;

    // What may stand at the outermost level. Another name at the start: this is something else.
    private static readonly HashSet<string> Known =
    [
        "ftyp", "styp", "moov", "moof", "mdat", "mfra", "sidx", "ssix", "prft", "emsg", "meta", "free", "skip", "wide",
        "pnot", "uuid", "udta", "pdin", "PICT", "junk",
    ];

    /// <summary>Walks over the outermost boxes.</summary>
    public static FileOutline Read(Stream file)
    {
        Span<byte> head = stackalloc byte[16];
        Box? index = null;
        var (hasMedia, begins, missing) = (false, false, 0L);
        var fragments = FragmentTotals.None;
        var boxes = 0;
        for (var position = 0L; position < file.Length;)
        {
            if (++boxes > MostBoxes)
            {
                throw UnusableVideo.Damaged($"it has more than {MostBoxes} parts");
            }

            file.Position = position;
            var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            if (Box.Header(head[..read]) is not { } header || !Known.Contains(header.Type))
            {
                // Behind the index some cameras and tools leave padding or notes of their own, which players skip.
                break;
            }

            begins = true;
            var size = header.Size == 0 ? file.Length - position : header.Size;
            if (size < header.Length)
            {
                break;
            }

            missing = Math.Max(0, position + size - file.Length);
            var (start, length) = (position + header.Length, size - header.Length);
            hasMedia |= header.Type == "mdat";
            if (missing == 0 && header.Type == "moov")
            {
                index ??= VideoContainer.Load(file, header.Type, start, length);
            }
            else if (missing == 0 && header.Type == "moof" && index is { } movie)
            {
                fragments = fragments.Add(VideoContainer.Load(file, header.Type, start, length), movie);
            }

            // A 64-bit size may be near the largest number there is.
            position = missing > 0 ? file.Length : position + size;
        }

        return new FileOutline(begins, index, hasMedia, fragments, missing);
    }
}
