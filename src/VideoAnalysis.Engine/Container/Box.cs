using System.Buffers.Binary;
using System.Text;

namespace VideoAnalysis.Engine.Container;

/// <summary>
/// One box of an MP4 or MOV file (ISO/IEC 14496-12; Apple calls it an atom), in memory: four letters that name it, and
/// its content. Nothing outside a box is ever read, whatever sizes it claims.
/// </summary>
internal readonly struct Box(string type, ReadOnlyMemory<byte> content)
{
    /// <summary>Four characters.</summary>
    public string Type { get; } = type;

    /// <summary>What follows its header.</summary>
    public ReadOnlySpan<byte> Content => content.Span;

    /// <summary>The boxes inside, after <paramref name="skip"/> bytes that are none.</summary>
    public IEnumerable<Box> Children(int skip = 0)
    {
        var rest = content[Math.Min(skip, content.Length)..];
        while (Header(rest.Span) is { } header && header.Length <= header.Size && header.Size <= rest.Length)
        {
            yield return new Box(header.Type, rest[header.Length..(int)header.Size]);
            rest = rest[(int)header.Size..];
        }
    }

    /// <summary>The first box inside with a name.</summary>
    public Box? Child(string name) => Children().Where(b => b.Type == name).Select(b => (Box?)b).FirstOrDefault();

    /// <summary>The box at the end of a path of names, where there is one.</summary>
    public Box? Descendant(params ReadOnlySpan<string> path)
    {
        Box? box = this;
        foreach (var name in path)
        {
            box = box?.Child(name);
        }

        return box;
    }

    /// <summary>A big-endian number; 0 beyond the box's end.</summary>
    public uint UInt32(int offset) =>
        offset >= 0 && offset + 4 <= content.Length ? BinaryPrimitives.ReadUInt32BigEndian(Content[offset..]) : 0;

    /// <summary>A big-endian number; 0 beyond the box's end.</summary>
    public ulong UInt64(int offset) => ((ulong)UInt32(offset) << 32) | UInt32(offset + 4);

    /// <summary>Reads a box's header: its name, how long the header is, and how long the box is with it.</summary>
    /// <returns>Nothing where there are too few bytes for a header. A size of 0 means: up to the end of the file.</returns>
    public static (string Type, int Length, long Size)? Header(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8)
        {
            return null;
        }

        long size = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var type = Encoding.Latin1.GetString(bytes[4..8]);
        if (size != 1)
        {
            return (type, 8, size);
        }

        return bytes.Length < 16 ? null : (type, 16, BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
    }
}
