namespace VideoAnalysis.Local.Cli.Files;

/// <summary>What is written of a result.</summary>
/// <param name="Resource">The API's route to it.</param>
/// <param name="Member">The member of the JSON that lists it.</param>
/// <param name="FileSuffix">What the name of a file says of it, before the extension.</param>
internal sealed record ResultKind(string Resource, string Member, string FileSuffix)
{
    /// <summary>Everything that was detected.</summary>
    public static ResultKind Detections { get; } = new("results", "detections", "");

    /// <summary>What is seen from when to when.</summary>
    public static ResultKind Appearances { get; } = new("appearances", "appearances", ".appearances");
}
