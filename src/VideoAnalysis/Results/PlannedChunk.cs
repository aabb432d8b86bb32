namespace VideoAnalysis.Results;

/// <summary>A chunk of which a page has detections.</summary>
/// <param name="Sequence">The chunk's sequence number.</param>
/// <param name="Index">Its index.</param>
/// <param name="Wanted">The numbers of the detections, ascending.</param>
internal sealed record PlannedChunk(int Sequence, ChunkIndex Index, IReadOnlyList<int> Wanted)
{
    /// <summary>A greater-than sign takes so many more bytes in subtitles, where it may not stand.</summary>
    private const int MoreBytesOfSign = 5;

    /// <summary>Copies the lines to a page, as many as it has room for. A page has one at least.</summary>
    /// <param name="body">The chunk's body.</param>
    /// <param name="page">The page's lines.</param>
    /// <param name="bytes">How many bytes they take.</param>
    /// <param name="left">The number of the first detection that was left out.</param>
    /// <returns>Whether all had room.</returns>
    public bool TryCopy(ReadOnlySpan<byte> body, List<DetectionLine> page, ref int bytes, out int left)
    {
        using var lines = new ChunkLines(body, Index.JsonBytes);
        foreach (var detection in Wanted)
        {
            var line = lines.Read(detection);
            var most = line.Length + (MoreBytesOfSign * line.Count((byte)'>'));
            if (bytes + most > PageReader.MaxBytes && page.Count > 0)
            {
                left = detection;
                return false;
            }

            page.Add(new(Index.Timestamps[detection], Index.Ends[detection], line.ToArray()));
            bytes += most;
        }

        left = -1;
        return true;
    }
}
