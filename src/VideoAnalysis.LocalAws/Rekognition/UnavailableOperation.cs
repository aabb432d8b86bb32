namespace VideoAnalysis.LocalAws.Rekognition;

/// <summary>An operation of the service that nothing here can carry out. It says so; it never makes results up.</summary>
/// <param name="name">The operation's name.</param>
internal sealed class UnavailableOperation(string name) : IRekognitionOperation
{
    /// <summary>The operations on stored videos that the service has and this one has not.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "StartLabelDetection", "GetLabelDetection",
        "StartContentModeration", "GetContentModeration",
        "StartCelebrityRecognition", "GetCelebrityRecognition",
        "StartTextDetection", "GetTextDetection",
        "StartSegmentDetection", "GetSegmentDetection",
        "StartFaceSearch", "GetFaceSearch",
    ];

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public Task<byte[]> InvokeAsync(Stream body, CancellationToken cancellationToken) =>
        throw RekognitionException.InvalidParameter(
            $"{Name} is not available here: the local engine has a model for faces only (StartFaceDetection, GetFaceDetection). Use Amazon Rekognition for this analysis.");
}
