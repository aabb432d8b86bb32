using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Rekognition.Internal;

internal sealed class RekognitionMetadata : IServiceMetadata
{
    public string ServiceId => "Rekognition";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
