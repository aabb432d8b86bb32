using System.Text.Json.Serialization.Metadata;
using Amazon.Rekognition.Internal;
using Amazon.Rekognition.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Rekognition;

/// <summary>Rekognition over AWSSDK.Core's pipeline: credentials, signing, endpoints and retries are the SDK's own.</summary>
public class AmazonRekognitionClient : AmazonServiceClient, IAmazonRekognition
{
    /// <summary>Credentials, region and endpoint come from the environment.</summary>
    public AmazonRekognitionClient()
        : this(new AmazonRekognitionConfig())
    {
    }

    public AmazonRekognitionClient(RegionEndpoint region)
        : this(new AmazonRekognitionConfig { RegionEndpoint = region })
    {
    }

    public AmazonRekognitionClient(AmazonRekognitionConfig config)
        : base(config)
    {
    }

    public AmazonRekognitionClient(AWSCredentials credentials)
        : this(credentials, new AmazonRekognitionConfig())
    {
    }

    public AmazonRekognitionClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonRekognitionConfig { RegionEndpoint = region })
    {
    }

    public AmazonRekognitionClient(AWSCredentials credentials, AmazonRekognitionConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new RekognitionMetadata();

    public virtual Task<StartFaceDetectionResponse> StartFaceDetectionAsync(
        StartFaceDetectionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("StartFaceDetection", request, RekognitionJson.Default.StartFaceDetectionRequest,
            RekognitionJson.Default.StartFaceDetectionResponse, cancellationToken);

    public virtual Task<GetFaceDetectionResponse> GetFaceDetectionAsync(
        GetFaceDetectionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("GetFaceDetection", request, RekognitionJson.Default.GetFaceDetectionRequest,
            RekognitionJson.Default.GetFaceDetectionResponse, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RekognitionEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new RekognitionAuthSchemes());
    }

    private Task<TResponse> CallAsync<TRequest, TResponse>(
        string operation,
        TRequest request,
        JsonTypeInfo<TRequest> requestType,
        JsonTypeInfo<TResponse> responseType,
        CancellationToken cancellationToken)
        where TRequest : AmazonRekognitionRequest
        where TResponse : AmazonWebServiceResponse, new()
    {
        var options = new InvokeOptions
        {
            RequestMarshaller = new RequestMarshaller<TRequest>(operation, requestType),
            ResponseUnmarshaller = new ResponseUnmarshaller<TResponse>(responseType),
        };
        return InvokeAsync<TResponse>(request, options, cancellationToken);
    }
}
