using System.Buffers;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>JSON: everything that is known.</summary>
internal sealed class JsonFormat(ResultJson json) : ResultFormat("json", "application/json", "application/json")
{
    public override void Write(VideoResult result, IBufferWriter<byte> output) => json.Write(result, output);
}
