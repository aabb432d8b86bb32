namespace VideoAnalysis.Jobs;

/// <summary>
/// Travels with a job and comes back in its completion message: <c>faces:4f2a…</c>. It matches a completion to a
/// job even when the starter died before it could store the JobId. Rekognition allows 1-1024 characters of
/// <c>[a-zA-Z0-9_.\-:+=\/]</c>.
/// </summary>
/// <param name="Analysis">The analysis's name.</param>
/// <param name="Token">The token with which the job was started.</param>
public sealed record JobTag(string Analysis, ClientRequestToken Token)
{
    /// <summary>Reads a tag; null when it is not one of ours.</summary>
    public static JobTag? TryParse(string? value) =>
        value?.Split(':') is [{ Length: > 0 } analysis, var token] && ClientRequestToken.TryParse(token) is { } parsed
            ? new(analysis, parsed)
            : null;

    /// <summary>The tag as it is sent.</summary>
    public override string ToString() => $"{Analysis}:{Token}";
}
