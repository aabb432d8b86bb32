using System.Buffers;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>JSON: everything that is known.</summary>
/// <param name="write">Writes a page.</param>
internal sealed class JsonFormat<TPage>(Action<TPage, IBufferWriter<byte>> write)
    : Format<TPage>("json", "application/json", "application/json")
    where TPage : ResultPage
{
    public override void Write(TPage page, IBufferWriter<byte> output) => write(page, output);
}
