using System.Text.RegularExpressions;
using Amazon.Runtime.CredentialManagement;
using VideoAnalysis.Local.Cli.Arguments;

namespace VideoAnalysis.Local.Cli.Client;

/// <summary>Which region a request is signed for.</summary>
internal static partial class SigningRegion
{
    /// <summary>The region that was named, or that the host's name holds, or that the user works in.</summary>
    /// <param name="endpoint">Where the API is.</param>
    /// <param name="named">The region that was named on the command line; null if none was.</param>
    /// <exception cref="UsageException">The region is named nowhere.</exception>
    public static string Of(Uri endpoint, string? named) =>
        named
        ?? OfHost(endpoint.Host)
        ?? Variable("AWS_REGION")
        ?? Variable("AWS_DEFAULT_REGION")
        ?? OfProfile()
        ?? throw new UsageException(
            $"The region of {endpoint.Host} is not known, and a request is signed for one: name it with --region or " +
            "AWS_REGION.");

    /// <summary>
    /// The region in the host name of an API, as in <c>a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com</c>; null for a
    /// domain of one's own.
    /// </summary>
    public static string? OfHost(string host) =>
        ApiHost.Match(host) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(
        @"^[a-z0-9-]+\.execute-api\.([a-z0-9-]+)\.(?:vpce\.)?amazonaws\.com(?:\.cn)?$", RegexOptions.IgnoreCase)]
    private static partial Regex ApiHost { get; }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string? OfProfile() =>
        new CredentialProfileStoreChain().TryGetProfile(Variable("AWS_PROFILE") ?? "default", out var profile)
            ? profile.Region?.SystemName
            : null;
}
