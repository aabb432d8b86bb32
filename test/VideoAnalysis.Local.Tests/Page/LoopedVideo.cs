using System.Buffers.Binary;
using System.Text;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>
/// Makes a long video of a short one, in no time and with hardly more bytes: its index lists the same frames again and
/// again. For videos as the sample is: one track, one chunk, every frame as long as the others (ISO 14496-12).
/// </summary>
internal static class LoopedVideo
{
    private static readonly string[] Containers = ["moov", "trak", "mdia", "minf", "stbl", "edts"];

    /// <summary>The video, so many times in a row.</summary>
    public static byte[] Make(ReadOnlySpan<byte> video, int times)
    {
        var looped = new List<byte>();
        byte[] index = [];
        foreach (var (type, start, length) in BoxesOf(video))
        {
            var box = video.Slice(start, length);
            if (type == "moov")
            {
                // The frames have to stay where they are: the old index becomes free space, and the new one comes last.
                index = Loop(type, box[8..], times);
                looped.AddRange(box[..4]);
                looped.AddRange("free"u8);
                looped.AddRange(box[8..]);
            }
            else
            {
                looped.AddRange(box);
            }
        }

        return [.. looped, .. index];
    }

    private static byte[] Loop(string type, ReadOnlySpan<byte> content, int times)
    {
        if (Containers.Contains(type))
        {
            var boxes = new List<byte>();
            foreach (var (name, start, length) in BoxesOf(content))
            {
                boxes.AddRange(Loop(name, content.Slice(start + 8, length - 8), times));
            }

            return Box(type, [.. boxes]);
        }

        return Box(type, type switch
        {
            "mvhd" or "mdhd" => Multiply(content, 16, times),
            "tkhd" => Multiply(content, 20, times),
            "elst" => Multiply(content, 8, times),
            "stts" => Multiply(content, 8, times),
            "ctts" => Repeat(Multiply(content, 4, times), 8, times),
            "stsz" => Repeat(Multiply(content, 8, times), 12, times),
            "stco" => Repeat(Multiply(content, 4, times), 8, times),
            "stss" => KeyFrames(content, times),
            _ => content.ToArray(),
        });
    }

    private static byte[] KeyFrames(ReadOnlySpan<byte> content, int times)
    {
        const uint FramesOfTheSample = 500;
        var looped = Repeat(Multiply(content, 4, times), 8, times);
        var once = (content.Length - 8) / 4;
        for (var i = 0; i < once * times; i++)
        {
            Add(looped.AsSpan(8 + (4 * i)), (uint)(i / once) * FramesOfTheSample);
        }

        return looped;
    }

    private static byte[] Multiply(ReadOnlySpan<byte> content, int at, int times)
    {
        var changed = content.ToArray();
        var number = BinaryPrimitives.ReadUInt32BigEndian(content[at..]);
        BinaryPrimitives.WriteUInt32BigEndian(changed.AsSpan(at), number * (uint)times);
        return changed;
    }

    private static byte[] Repeat(byte[] content, int tableAt, int times) =>
        [.. content[..tableAt], .. Enumerable.Repeat(content[tableAt..], times).SelectMany(table => table)];

    private static void Add(Span<byte> number, uint more) =>
        BinaryPrimitives.WriteUInt32BigEndian(number, BinaryPrimitives.ReadUInt32BigEndian(number) + more);

    private static byte[] Box(string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length + 8);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. content];
    }

    private static List<(string Type, int Start, int Length)> BoxesOf(ReadOnlySpan<byte> bytes)
    {
        var boxes = new List<(string, int, int)>();
        for (var at = 0; at < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            boxes.Add((Encoding.ASCII.GetString(bytes.Slice(at + 4, 4)), at, length));
            at += length;
        }

        return boxes;
    }
}
