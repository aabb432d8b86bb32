namespace VideoAnalysis.LocalAws.S3.Protocol;

/// <summary>Who owns everything on the local stack.</summary>
internal static class Owner
{
    public const string Id = "LOCAL";

    public const string DisplayName = "local";
}
