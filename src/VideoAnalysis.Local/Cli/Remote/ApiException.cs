using System.Net;

namespace VideoAnalysis.Local.Cli.Remote;

/// <summary>The HTTP API cannot be asked, or refuses. The message says why, and what a person can do about it.</summary>
internal sealed class ApiException : HttpRequestException
{
    /// <summary>The API answered with an error.</summary>
    public ApiException(string message, HttpStatusCode status)
        : base(message, null, status)
    {
    }

    /// <summary>No answer came, or none that makes sense.</summary>
    public ApiException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
