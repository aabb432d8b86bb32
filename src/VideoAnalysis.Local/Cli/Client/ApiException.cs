using System.Net;

namespace VideoAnalysis.Local.Cli.Client;

/// <summary>
/// The HTTP API cannot be asked, or refuses. The message says why, and what a person can do about it.
/// </summary>
internal sealed class ApiException : HttpRequestException
{
    private const string VideoNotFound = "urn:videoanalysis:problem:video-not-found";

    private const string UnusablePicture = "urn:videoanalysis:problem:unusable-picture";

    private readonly string? _problemType;

    /// <summary>The API answered with an error.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="problemType">The type of the problem document; null if it is none.</param>
    public ApiException(string message, HttpStatusCode status, string? problemType)
        : base(message, null, status) => _problemType = problemType;

    /// <summary>No answer came, or none that makes sense.</summary>
    public ApiException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>
    /// Whether it is that the API does not know the video. A 404 alone may as well come from a wrong endpoint.
    /// </summary>
    public bool IsVideoUnknown => _problemType == VideoNotFound;

    /// <summary>Whether it is that nobody can be recognised by a picture.</summary>
    public bool IsUnusablePicture => _problemType == UnusablePicture;
}
