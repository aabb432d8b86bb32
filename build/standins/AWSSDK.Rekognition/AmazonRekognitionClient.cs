using System.Text.Json.Serialization.Metadata;
using Amazon.Rekognition.Internal;
using Amazon.Rekognition.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Rekognition;

/// <summary>
/// Rekognition over AWSSDK.Core's pipeline: credentials, signing, endpoints and retries are the SDK's own.
/// </summary>
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

    public virtual Task<StartLabelDetectionResponse> StartLabelDetectionAsync(
        StartLabelDetectionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("StartLabelDetection", request, RekognitionJson.Default.StartLabelDetectionRequest,
            RekognitionJson.Default.StartLabelDetectionResponse, cancellationToken);

    public virtual Task<GetLabelDetectionResponse> GetLabelDetectionAsync(
        GetLabelDetectionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("GetLabelDetection", request, RekognitionJson.Default.GetLabelDetectionRequest,
            RekognitionJson.Default.GetLabelDetectionResponse, cancellationToken);

    public virtual Task<StartContentModerationResponse> StartContentModerationAsync(
        StartContentModerationRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("StartContentModeration", request, RekognitionJson.Default.StartContentModerationRequest,
            RekognitionJson.Default.StartContentModerationResponse, cancellationToken);

    public virtual Task<GetContentModerationResponse> GetContentModerationAsync(
        GetContentModerationRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("GetContentModeration", request, RekognitionJson.Default.GetContentModerationRequest,
            RekognitionJson.Default.GetContentModerationResponse, cancellationToken);

    public virtual Task<StartTextDetectionResponse> StartTextDetectionAsync(
        StartTextDetectionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("StartTextDetection", request, RekognitionJson.Default.StartTextDetectionRequest,
            RekognitionJson.Default.StartTextDetectionResponse, cancellationToken);

    public virtual Task<GetTextDetectionResponse> GetTextDetectionAsync(
        GetTextDetectionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("GetTextDetection", request, RekognitionJson.Default.GetTextDetectionRequest,
            RekognitionJson.Default.GetTextDetectionResponse, cancellationToken);

    public virtual Task<StartSegmentDetectionResponse> StartSegmentDetectionAsync(
        StartSegmentDetectionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("StartSegmentDetection", request, RekognitionJson.Default.StartSegmentDetectionRequest,
            RekognitionJson.Default.StartSegmentDetectionResponse, cancellationToken);

    public virtual Task<GetSegmentDetectionResponse> GetSegmentDetectionAsync(
        GetSegmentDetectionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("GetSegmentDetection", request, RekognitionJson.Default.GetSegmentDetectionRequest,
            RekognitionJson.Default.GetSegmentDetectionResponse, cancellationToken);

    public virtual Task<StartCelebrityRecognitionResponse> StartCelebrityRecognitionAsync(
        StartCelebrityRecognitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("StartCelebrityRecognition", request, RekognitionJson.Default.StartCelebrityRecognitionRequest,
            RekognitionJson.Default.StartCelebrityRecognitionResponse, cancellationToken);

    public virtual Task<GetCelebrityRecognitionResponse> GetCelebrityRecognitionAsync(
        GetCelebrityRecognitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("GetCelebrityRecognition", request, RekognitionJson.Default.GetCelebrityRecognitionRequest,
            RekognitionJson.Default.GetCelebrityRecognitionResponse, cancellationToken);

    public virtual Task<StartFaceSearchResponse> StartFaceSearchAsync(
        StartFaceSearchRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("StartFaceSearch", request, RekognitionJson.Default.StartFaceSearchRequest,
            RekognitionJson.Default.StartFaceSearchResponse, cancellationToken);

    public virtual Task<GetFaceSearchResponse> GetFaceSearchAsync(
        GetFaceSearchRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("GetFaceSearch", request, RekognitionJson.Default.GetFaceSearchRequest,
            RekognitionJson.Default.GetFaceSearchResponse, cancellationToken);

    public virtual Task<DescribeCollectionResponse> DescribeCollectionAsync(
        DescribeCollectionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("DescribeCollection", request, RekognitionJson.Default.DescribeCollectionRequest,
            RekognitionJson.Default.DescribeCollectionResponse, cancellationToken);

    public virtual Task<IndexFacesResponse> IndexFacesAsync(
        IndexFacesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("IndexFaces", request, RekognitionJson.Default.IndexFacesRequest,
            RekognitionJson.Default.IndexFacesResponse, cancellationToken);

    public virtual Task<ListFacesResponse> ListFacesAsync(
        ListFacesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("ListFaces", request, RekognitionJson.Default.ListFacesRequest,
            RekognitionJson.Default.ListFacesResponse, cancellationToken);

    public virtual Task<DeleteFacesResponse> DeleteFacesAsync(
        DeleteFacesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("DeleteFaces", request, RekognitionJson.Default.DeleteFacesRequest,
            RekognitionJson.Default.DeleteFacesResponse, cancellationToken);

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
