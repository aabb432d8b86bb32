namespace VideoAnalysis.Engine.Container;

/// <summary>
/// Reads the index of an MP4 or MOV file, without decoding anything, and turns away what Rekognition Video would not
/// take. Never reads the pictures, so it costs the same for any length.
/// </summary>
internal static class VideoContainer
{
    // A six-hour video's index has a few megabytes; a damaged file may claim anything.
    private const long LargestIndex = 256 * 1024 * 1024;

    /// <summary>Says what a file's video track is.</summary>
    /// <exception cref="UnusableVideoException">It has none that can be analysed.</exception>
    public static VideoTrack Inspect(string path)
    {
        using var file = File.OpenRead(path);
        return Inspect(file);
    }

    /// <summary>Says what a file's video track is.</summary>
    /// <param name="file">Readable and seekable.</param>
    /// <exception cref="UnusableVideoException">It has none that can be analysed.</exception>
    public static VideoTrack Inspect(Stream file)
    {
        if (file.Length == 0)
        {
            throw new UnusableVideoException(
                UnusableVideoReason.Empty, "The file is empty. Upload the video again.");
        }

        var outline = FileOutline.Read(file);
        if (outline.Index is not { } index)
        {
            throw outline.Begins
                ? UnusableVideo.Incomplete("its index (the moov box) is missing")
                : FileSignature.NotAVideo(file);
        }

        if (outline.MissingBytes > 0)
        {
            throw UnusableVideo.Incomplete($"{outline.MissingBytes} bytes are missing at its end");
        }

        var track = MovieIndex.VideoTrackOf(index, outline.Fragments);
        return outline.HasMedia ? track : throw UnusableVideo.Incomplete("it has an index and no media");
    }

    /// <summary>Reads a box into memory.</summary>
    internal static Box Load(Stream file, string type, long start, long length)
    {
        if (length > LargestIndex)
        {
            throw UnusableVideo.Damaged($"its {type} box claims {length} bytes");
        }

        var content = new byte[length];
        file.Position = start;
        file.ReadExactly(content);
        return new Box(type, content);
    }
}
