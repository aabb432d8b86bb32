namespace VideoAnalysis.LocalAws.Rekognition.Protocol;

/// <summary>One operation of the service.</summary>
internal interface IRekognitionOperation
{
    /// <summary>Its name, as in <c>StartFaceDetection</c>.</summary>
    string Name { get; }

    /// <summary>The longest request: by default far above any without a picture; what is longer is none.</summary>
    long MaxRequestBytes => 1024 * 1024;

    /// <summary>Carries out a request.</summary>
    /// <param name="body">The request's JSON.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The response's JSON.</returns>
    /// <exception cref="RekognitionException">The service refuses the request.</exception>
    Task<byte[]> InvokeAsync(Stream body, CancellationToken cancellationToken);
}
