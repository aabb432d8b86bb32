using Amazon.Rekognition.Model;
using Amazon.Runtime;

namespace Amazon.Rekognition;

/// <summary>
/// The operations that this project calls. The package's interface has many more, so only a client may implement it
/// here: a hand-written implementation would not compile against the package.
/// </summary>
public interface IAmazonRekognition : IAmazonService, IDisposable
{
    /// <summary>Starts a job that looks for faces in a video in S3.</summary>
    Task<StartFaceDetectionResponse> StartFaceDetectionAsync(
        StartFaceDetectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a job's status, and a page of the faces that it found.</summary>
    Task<GetFaceDetectionResponse> GetFaceDetectionAsync(
        GetFaceDetectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts a job that looks for labels in a video in S3.</summary>
    Task<StartLabelDetectionResponse> StartLabelDetectionAsync(
        StartLabelDetectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a job's status, and a page of what it found.</summary>
    Task<GetLabelDetectionResponse> GetLabelDetectionAsync(
        GetLabelDetectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts a job that looks for what may have to be moderated in a video in S3.</summary>
    Task<StartContentModerationResponse> StartContentModerationAsync(
        StartContentModerationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a job's status, and a page of what it found.</summary>
    Task<GetContentModerationResponse> GetContentModerationAsync(
        GetContentModerationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts a job that looks for text in a video in S3.</summary>
    Task<StartTextDetectionResponse> StartTextDetectionAsync(
        StartTextDetectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a job's status, and a page of what it found.</summary>
    Task<GetTextDetectionResponse> GetTextDetectionAsync(
        GetTextDetectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts a job that looks for shots and technical cues in a video in S3.</summary>
    Task<StartSegmentDetectionResponse> StartSegmentDetectionAsync(
        StartSegmentDetectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a job's status, and a page of what it found.</summary>
    Task<GetSegmentDetectionResponse> GetSegmentDetectionAsync(
        GetSegmentDetectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts a job that looks for celebrities in a video in S3.</summary>
    Task<StartCelebrityRecognitionResponse> StartCelebrityRecognitionAsync(
        StartCelebrityRecognitionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a job's status, and a page of what it found.</summary>
    Task<GetCelebrityRecognitionResponse> GetCelebrityRecognitionAsync(
        GetCelebrityRecognitionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts a job that looks for the faces of a collection in a video in S3.</summary>
    Task<StartFaceSearchResponse> StartFaceSearchAsync(
        StartFaceSearchRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a job's status, and a page of what it found.</summary>
    Task<GetFaceSearchResponse> GetFaceSearchAsync(
        GetFaceSearchRequest request, CancellationToken cancellationToken = default);

    /// <summary>Says how many faces a collection has.</summary>
    Task<DescribeCollectionResponse> DescribeCollectionAsync(
        DescribeCollectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes the faces of a picture known to a collection.</summary>
    Task<IndexFacesResponse> IndexFacesAsync(
        IndexFacesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the faces of a collection.</summary>
    Task<ListFacesResponse> ListFacesAsync(
        ListFacesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes faces from a collection.</summary>
    Task<DeleteFacesResponse> DeleteFacesAsync(
        DeleteFacesRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonRekognitionConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonRekognitionClient(awsCredentials, (AmazonRekognitionConfig)clientConfig);
}
