using Amazon.Rekognition;
using Amazon.Runtime;

namespace VideoAnalysis.Functions.Rekognition;

/// <summary>
/// How the clients retry. The SDK counts LimitExceeded among the throttling errors and would spend its quick
/// retries on it, though a place comes free only when a job ends.
/// </summary>
internal static class RekognitionClients
{
    /// <summary>
    /// A client for Start calls: no retry of its own. What is refused waits in the backlog; what fails is delivered
    /// again.
    /// </summary>
    public static AmazonRekognitionConfig ForStarting() => new() { MaxErrorRetry = 0 };

    /// <summary>
    /// A client for Get calls, which has to live with 20 calls a second for all collections together.
    /// </summary>
    public static AmazonRekognitionConfig ForReading() =>
        new() { RetryMode = RequestRetryMode.Standard, MaxErrorRetry = 8 };

    /// <summary>A client for collections of faces: somebody waits for the answer.</summary>
    public static AmazonRekognitionConfig ForPersons() =>
        new() { RetryMode = RequestRetryMode.Standard, MaxErrorRetry = 3 };
}
