using System.Buffers;

namespace VideoAnalysis.Local.Cli.Exporting;

/// <summary>Writes detections as text.</summary>
internal interface ITextRows
{
    /// <summary>Writes what comes before the first row.</summary>
    void WriteHead(IBufferWriter<byte> output);

    /// <summary>Writes a detection.</summary>
    /// <param name="result">Whose it is.</param>
    /// <param name="detection">The API's JSON of it.</param>
    /// <param name="output">Where to.</param>
    void WriteRow(ExportedResult result, ReadOnlyMemory<byte> detection, IBufferWriter<byte> output);
}
