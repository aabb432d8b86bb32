namespace VideoAnalysis.Functions.Api;

/// <summary>An error as RFC 9457 describes it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">The last part of the stable type, as in <c>invalid-parameter</c>.</param>
/// <param name="Title">What kind of error it is: the same words for every error of the type.</param>
/// <param name="Detail">What is wrong with this request, and what to do.</param>
internal sealed record Problem(int Status, string Type, string Title, string Detail)
{
    private const string TypePrefix = "urn:videoanalysis:problem:";

    /// <summary>The type's URI: stable, made to be compared.</summary>
    public string TypeUri => TypePrefix + Type;

    /// <summary>The query parameter that is wrong.</summary>
    public string? Parameter { get; init; }

    /// <summary>What that parameter may be.</summary>
    public string? Allowed { get; init; }

    /// <summary>A query parameter has a value that it cannot have.</summary>
    public static Problem InvalidParameter(string parameter, string value, string allowed) => new(
        400,
        "invalid-parameter",
        "A query parameter is not valid.",
        $"The parameter \"{parameter}\" is \"{value}\"; it has to be {allowed}.")
    {
        Parameter = parameter,
        Allowed = allowed,
    };

    /// <summary>There is no such query parameter.</summary>
    public static Problem UnknownParameter(string parameter, string allowed) => new(
        400,
        "unknown-parameter",
        "A query parameter is not known.",
        $"There is no parameter \"{parameter}\" here; there are {allowed}.")
    {
        Parameter = parameter,
        Allowed = allowed,
    };

    /// <summary>A page token is of a result that has been replaced.</summary>
    public static Problem StalePage(string detail) => new(
        410, "stale-page", "The page belongs to a result that has been replaced.", detail)
    {
        Parameter = "next",
    };

    /// <summary>No video of that key is known.</summary>
    public static Problem VideoNotFound(string key) => new(
        404,
        "video-not-found",
        "The video is not known.",
        $"There is no result for \"{key}\". It appears moments after the upload of a .mp4 or .mov; the key's spelling and case count.");

    /// <summary>The path leads nowhere.</summary>
    public static Problem PathNotFound(string path) => new(
        404, "path-not-found", "There is nothing at this path.", $"There is nothing at \"{path}\"; try /results.");

    /// <summary>The path does not take the method.</summary>
    public static Problem MethodNotAllowed(string method, string allowed) => new(
        405, "method-not-allowed", "The path does not take this method.", $"{method} is not possible here; {allowed} is.")
    {
        Allowed = allowed,
    };

    /// <summary>Something went wrong that the caller can do nothing about.</summary>
    public static Problem Internal(string requestId) => new(
        500,
        "internal-error",
        "The request failed.",
        $"Something went wrong on this side. Try again; if it stays, the log has the reason under the request id {requestId}.");
}
