namespace VideoAnalysis.Functions.Http;

/// <summary>An error as RFC 9457 describes it. The types are documented in openapi.yaml, and stay.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">The last part of the stable type, as in <c>invalid-parameter</c>.</param>
/// <param name="Title">What kind of error it is: the same words for every error of the type.</param>
/// <param name="Detail">What is wrong with this request, and what to do.</param>
internal sealed record Problem(int Status, string Type, string Title, string Detail)
{
    private const string TypePrefix = "urn:videoanalysis:problem:";
    private const int MostEchoed = 100;

    /// <summary>The type's URI: stable, made to be compared.</summary>
    public string TypeUri => TypePrefix + Type;

    /// <summary>The parameter, or the member of the body, that is wrong.</summary>
    public string? Parameter { get; init; }

    /// <summary>What that parameter may be.</summary>
    public string? Allowed { get; init; }

    /// <summary>The methods that the path takes, for the header <c>Allow</c>.</summary>
    public string? Methods { get; init; }

    /// <summary>When to try again, where that is any use.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A parameter, or a member of the body, has a value that it cannot have.</summary>
    public static Problem InvalidParameter(string parameter, string? value, string allowed) => new(
        400,
        "invalid-parameter",
        "A parameter is not valid.",
        value is null
            ? $"The parameter \"{parameter}\" is missing; it has to be {allowed}."
            : $"The parameter \"{parameter}\" is \"{Shortened(value)}\"; it has to be {allowed}.")
    {
        Parameter = parameter,
        Allowed = allowed,
    };

    /// <summary>There is no such query parameter.</summary>
    public static Problem UnknownParameter(string parameter, IEnumerable<string> known)
    {
        var allowed = string.Join(", ", known);
        return new(
            400,
            "unknown-parameter",
            "A query parameter is not known.",
            $"There is no parameter \"{Shortened(parameter)}\" here; there " +
            $"{(allowed.Length == 0 ? "is none" : $"are {allowed}")}.")
        {
            Parameter = Shortened(parameter),
            Allowed = allowed.Length == 0 ? null : allowed,
        };
    }

    /// <summary>A query parameter comes more than once.</summary>
    public static Problem DuplicateParameter(string parameter) => new(
        400,
        "duplicate-parameter",
        "A query parameter comes more than once.",
        $"The parameter \"{Shortened(parameter)}\" comes more than once; it can have one value only.")
    {
        Parameter = Shortened(parameter),
    };

    /// <summary>The body is not the JSON that it has to be.</summary>
    public static Problem InvalidBody(string detail) => new(
        400, "invalid-body", "The request's body cannot be read.", detail);

    /// <summary>The body is of another type than JSON.</summary>
    public static Problem UnsupportedMediaType() => new(
        415,
        "unsupported-media-type",
        "The request's body has to be JSON.",
        "Send the body as JSON, with Content-Type: application/json.");

    /// <summary>The body is of another type than a picture.</summary>
    public static Problem NoPicture() => new(
        415,
        "unsupported-media-type",
        "The request's body has to be a picture.",
        "Send the bytes of the picture, with Content-Type: image/jpeg or image/png.");

    /// <summary>The picture is larger than it may be.</summary>
    public static Problem PictureTooLarge(int bytes, int most) => new(
        413,
        "picture-too-large",
        "The picture is too large.",
        $"The picture has {bytes} bytes, and may have {most}. Make it smaller, or cut the face out of it.");

    /// <summary>Nobody can be recognised by the picture.</summary>
    public static Problem UnusablePicture(string reason) => new(
        422, "unusable-picture", "Nobody can be recognised by the picture.", reason);

    /// <summary>Nobody of that name is known.</summary>
    public static Problem PersonNotFound(string name) => new(
        404,
        "person-not-found",
        "No person of this name is known.",
        $"Nobody is known as \"{Shortened(name)}\"; check the spelling and case. GET /persons lists who is.");

    /// <summary>There is no collection that faces could be kept in.</summary>
    public static Problem NoCollection(string reason) => new(
        409, "no-collection", "There is no collection of faces.", reason);

    /// <summary>A face of the person cannot be removed.</summary>
    public static Problem FaceInUse(string reason) => new(
        409, "face-in-use", "A face of the person is in use.", reason);

    /// <summary>None of the formats is acceptable to the caller.</summary>
    public static Problem NotAcceptable(string offered) => new(
        406,
        "not-acceptable",
        "No acceptable format is available.",
        $"The Accept header takes none of the formats on offer: {offered}.")
    {
        Allowed = offered,
    };

    /// <summary>A page token is of another result.</summary>
    public static Problem StalePage(string detail) => new(
        410, "stale-page", "The page belongs to another result.", detail)
    {
        Parameter = "next",
    };

    /// <summary>No video of that key is known.</summary>
    public static Problem VideoNotFound(string key) => new(
        404,
        "video-not-found",
        "The video is not known.",
        $"There is no result for \"{Shortened(key)}\". It appears moments after the upload of a .mp4 or .mov; check " +
        "the key's spelling and case.");

    /// <summary>The video has no such analysis.</summary>
    public static Problem AnalysisNotFound(string key, string analysis, IEnumerable<string> known) => new(
        404,
        "analysis-not-found",
        "The video has no such analysis.",
        $"The video \"{Shortened(key)}\" was not analysed for {analysis}; there are results for " +
        $"{string.Join(", ", known)}.")
    {
        Parameter = "analysis",
        Allowed = string.Join(", ", known),
    };

    /// <summary>The bucket has no such object.</summary>
    public static Problem ObjectNotFound(string key) => new(
        404,
        "video-not-found",
        "The video is not known.",
        $"The bucket has no object \"{Shortened(key)}\"; check the key's spelling and case.");

    /// <summary>There is no such upload, or no longer.</summary>
    public static Problem UploadNotFound() => new(
        404,
        "upload-not-found",
        "The upload is not known.",
        "There is no such upload of this key: it was completed or aborted, or the uploadId is wrong. Begin again " +
        "with POST /uploads.");

    /// <summary>The parts do not make an object.</summary>
    public static Problem IncompleteUpload(string reason) => new(
        409,
        "incomplete-upload",
        "The parts do not make up the upload.",
        $"The bucket refuses the parts: {reason}");

    /// <summary>The path leads nowhere.</summary>
    public static Problem PathNotFound(string path) => new(
        404, "path-not-found", "There is nothing at this path.",
        $"There is nothing at \"{Shortened(path)}\"; try /results.");

    /// <summary>The path does not take the method.</summary>
    public static Problem MethodNotAllowed(string method, string methods) => new(
        405,
        "method-not-allowed",
        "The path does not take this method.",
        $"{Shortened(method)} is not possible here; {methods} is.")
    {
        Allowed = methods,
        Methods = methods,
    };

    /// <summary>The time was up before the answer was complete.</summary>
    public static Problem TimedOut(string requestId) => new(
        503,
        "timed-out",
        "The request took too long.",
        "The answer was not ready in time. Try again, or ask for less at once; the log has more under the request " +
        $"id {requestId}.")
    {
        RetryAfter = TimeSpan.FromSeconds(5),
    };

    /// <summary>Something went wrong that the caller can do nothing about.</summary>
    public static Problem Internal(string requestId) => new(
        500,
        "internal-error",
        "The request failed.",
        "Something went wrong on this side. Try again; if it stays, the log has the reason under the request id " +
        $"{requestId}.");

    private static string Shortened(string value)
    {
        if (value.Length <= MostEchoed)
        {
            return value;
        }

        var end = char.IsHighSurrogate(value[MostEchoed - 1]) ? MostEchoed - 1 : MostEchoed;
        return value[..end] + "…";
    }
}
