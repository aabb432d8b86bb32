namespace VideoAnalysis.Engine.Decoding;

/// <summary>Tells by a file's first bytes what it is, so that the reason for refusing it can name it.</summary>
internal static class FileSignature
{
    /// <summary>The reason for refusing a file that is neither MP4 nor MOV.</summary>
    public static UnusableVideoException NotAVideo(Stream file)
    {
        var head = new byte[512];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var (kind, convertible) = Kind(head.AsSpan(0, read));
        return Refusal.NotAVideo(kind, convertible);
    }

    private static (string Kind, bool Convertible) Kind(ReadOnlySpan<byte> head) => head switch
    {
        [0x1A, 0x45, 0xDF, 0xA3, ..] when head.IndexOf("webm"u8) >= 0 => ("it is a WebM file", true),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => ("it is a Matroska file", true),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'A', (byte)'V', (byte)'I', ..] =>
            ("it is an AVI file", true),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => ("it is a GIF picture", true),
        [(byte)'F', (byte)'L', (byte)'V', ..] => ("it is a Flash video", true),
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => ("it is an Ogg file", true),
        [0x30, 0x26, 0xB2, 0x75, ..] => ("it is a Windows Media file", true),
        [0x00, 0x00, 0x01, 0xBA or 0xB3, ..] => ("it is an MPEG program stream", true),
        [0x00, 0x00, 0x00, 0x01, ..] => ("it is a raw video stream without a container", true),
        [0xFF, 0xD8, 0xFF, ..] => ("it is a JPEG picture", false),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => ("it is a PNG picture", false),
        [(byte)'P', (byte)'K', 3, 4, ..] => ("it is a ZIP archive", false),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => ("it is a PDF document", false),
        _ when IsTransportStream(head) => ("it is an MPEG transport stream", true),
        _ when head.StartsWith("#EXTM3U"u8) => ("it is a playlist, which only names other files", false),
        _ when IsText(head) => ("it is text", false),
        _ => ("its content is of no known kind", false),
    };

    // A packet of 188 bytes begins with 0x47, and so does the next one.
    private static bool IsTransportStream(ReadOnlySpan<byte> head) =>
        head.Length > 376 && head[0] == 0x47 && head[188] == 0x47 && head[376] == 0x47;

    private static bool IsText(ReadOnlySpan<byte> head) =>
        !head.IsEmpty && !head.ContainsAnyInRange((byte)0x00, (byte)0x08)
            && !head.ContainsAnyInRange((byte)0x0E, (byte)0x1F);
}
