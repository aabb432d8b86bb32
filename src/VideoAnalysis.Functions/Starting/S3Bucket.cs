namespace VideoAnalysis.Functions.Starting;

/// <summary>The bucket in a notification or an event.</summary>
internal sealed record S3Bucket
{
    /// <summary>The bucket's name.</summary>
    public string? Name { get; init; }
}
