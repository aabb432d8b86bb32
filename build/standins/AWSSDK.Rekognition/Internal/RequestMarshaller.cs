using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Rekognition.Internal;

/// <summary>Writes a request in AWS JSON 1.1.</summary>
internal sealed class RequestMarshaller<TRequest>(string operation, JsonTypeInfo<TRequest> type)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input) => new DefaultRequest(input, "Amazon.Rekognition")
    {
        HttpMethod = "POST",
        ResourcePath = "/",
        Content = JsonSerializer.SerializeToUtf8Bytes((TRequest)input, type),
        Headers =
        {
            ["X-Amz-Target"] = $"RekognitionService.{operation}",
            ["Content-Type"] = "application/x-amz-json-1.1",
            ["x-amz-api-version"] = "2016-06-27",
        },
    };
}
