using System.Security.Cryptography;
using System.Text;
using VideoAnalysis.Analyses;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Jobs;

/// <summary>
/// Makes starting a job idempotent: the same upload, analysis and settings always give the same token, and an
/// overwrite of the key gives another. 64 hexadecimal digits, which is just what Rekognition allows
/// (1-64 of <c>[a-zA-Z0-9-_]</c>); Rekognition remembers a token for seven days.
/// </summary>
public sealed record ClientRequestToken
{
    private const int Length = 64;

    private ClientRequestToken(string value) => Value = value;

    /// <summary>The 64 lower-case hexadecimal digits.</summary>
    public string Value { get; }

    /// <summary>The token of an analysis of an upload.</summary>
    public static ClientRequestToken For(Upload upload, Analysis analysis)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(analysis);
        var identity = string.Join(
            '\n',
            upload.Video.Bucket,
            Convert.ToHexStringLower(Encoding.UTF8.GetBytes(upload.Video.Key)),
            upload.VersionId,
            upload.Sequencer?.ToString() ?? $"{upload.ETag} {upload.EventTime.UtcTicks}",
            upload.Attempt,
            analysis.Name,
            analysis.Settings);
        return Of(identity);
    }

    /// <summary>
    /// The token under which a job's results are stored when they are built again: another one for each attempt, as an
    /// attempt is preceded by a write of the job.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="cuts">The job whose cuts end its appearances then.</param>
    internal static ClientRequestToken ForRebuilding(AnalysisJob job, ClientRequestToken cuts) =>
        Of(string.Join('\n', job.Token, cuts, job.Revision));

    /// <summary>Reads a stored token; null when the text is not a valid token.</summary>
    public static ClientRequestToken? TryParse(string? value) =>
        value is { Length: Length } && value.All(char.IsAsciiHexDigitLower) ? new(value) : null;

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static ClientRequestToken Of(string identity) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity))));
}
