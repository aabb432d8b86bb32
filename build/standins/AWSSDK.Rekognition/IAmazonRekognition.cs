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

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonRekognitionConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonRekognitionClient(awsCredentials, (AmazonRekognitionConfig)clientConfig);
}
