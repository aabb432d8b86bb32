using System.Buffers.Binary;
using System.Text;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>
/// The boxes of an MP4 or MOV file (ISO/IEC 14496-12; Apple calls them atoms), as far as they tell what ffprobe does
/// not: whether the file is cut off, whether its index is there, whether it is encrypted. Reads headers only.
/// </summary>
/// <param name="Begins">Whether the file starts as MP4 and MOV files do.</param>
/// <param name="HasIndex">Whether there is an index (moov).</param>
/// <param name="HasMedia">Whether there is a box with the pictures themselves (mdat).</param>
/// <param name="HasFragments">Whether there are indexes of fragments (moof).</param>
/// <param name="MissingBytes">How many bytes the last box claims beyond the end of the file.</param>
/// <param name="IsEncrypted">Whether a video track is encrypted.</param>
internal sealed record BoxWalk(
    bool Begins, bool HasIndex, bool HasMedia, bool HasFragments, long MissingBytes, bool IsEncrypted)
{
    // Six hours in fragments of half a second have 86,400 boxes of either kind.
    private const int MostBoxes = 400_000;

    // What may stand at the outermost level. Another name at the start: this is something else.
    private static readonly HashSet<string> Outermost =
    [
        "ftyp", "styp", "moov", "moof", "mdat", "mfra", "sidx", "ssix", "prft", "emsg", "meta", "free", "skip", "wide",
        "pnot", "uuid", "udta", "pdin", "PICT", "junk",
    ];

    /// <summary>Walks over a file.</summary>
    /// <param name="file">Readable and seekable.</param>
    /// <exception cref="UnusableVideoException">The file has far too many boxes.</exception>
    public static BoxWalk Over(Stream file)
    {
        var walk = new BoxWalk(false, false, false, false, 0, false);
        var boxes = 0;
        foreach (var (type, start, end) in Boxes(file, 0, file.Length).TakeWhile(box => Outermost.Contains(box.Type)))
        {
            if (++boxes > MostBoxes)
            {
                throw Refusal.Damaged($"it has more than {MostBoxes} parts");
            }

            walk = walk with
            {
                Begins = true,
                HasIndex = walk.HasIndex || (type == "moov" && end <= file.Length),
                HasMedia = walk.HasMedia || type == "mdat",
                HasFragments = walk.HasFragments || type == "moof",
                MissingBytes = Math.Max(0, end - file.Length),
                IsEncrypted = walk.IsEncrypted || (type == "moov" && HasEncryptedVideo(file, start, end)),
            };
        }

        return walk;
    }

    // A box of size 0 reaches to the end. What comes behind nonsense is not looked at: some cameras and tools leave
    // padding or notes of their own there, which players skip.
    private static IEnumerable<(string Type, long Start, long End)> Boxes(Stream file, long start, long end)
    {
        var head = new byte[16];
        for (var position = start; position + 8 <= end;)
        {
            file.Position = position;
            var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            long size = BinaryPrimitives.ReadUInt32BigEndian(head);
            var header = size == 1 ? 16 : 8;
            size = size switch
            {
                0 => end - position,
                1 => BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(8)),
                _ => size,
            };
            if (read < header || size < header)
            {
                yield break;
            }

            // A size may be near the largest number there is.
            var boxEnd = size > long.MaxValue - position ? long.MaxValue : position + size;
            yield return (Encoding.Latin1.GetString(head, 4, 4), position + header, boxEnd);
            position = boxEnd;
        }
    }

    // moov/trak/mdia/minf/stbl/stsd: its first entry names the track's format, and encv is an encrypted one.
    private static bool HasEncryptedVideo(Stream file, long start, long end)
    {
        IEnumerable<(string Type, long Start, long End)> found = Inside(file, start, end, "trak").ToList();
        foreach (var name in new[] { "mdia", "minf", "stbl", "stsd" })
        {
            found = found.SelectMany(box => Inside(file, box.Start, box.End, name)).ToList();
        }

        return found.Any(
            formats => Boxes(file, formats.Start + 8, Math.Min(formats.End, end)).Any(entry => entry.Type == "encv"));
    }

    private static IEnumerable<(string Type, long Start, long End)> Inside(
        Stream file, long start, long end, string name) =>
        Boxes(file, start, Math.Min(end, file.Length)).Take(MostBoxes).Where(box => box.Type == name);
}
