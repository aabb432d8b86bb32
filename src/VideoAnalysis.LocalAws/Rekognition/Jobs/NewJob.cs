using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>What a Start call asks for, validated.</summary>
internal sealed record NewJob
{
    /// <summary>The operation that was called.</summary>
    public required string Operation { get; init; }

    /// <summary>What makes the call idempotent.</summary>
    public string? Token { get; init; }

    /// <summary>
    /// The whole request as JSON, validated and in one spelling: what a token's second call is held against, and what
    /// the job does.
    /// </summary>
    public required string Request { get; init; }

    /// <summary>The video; bucket and name are there.</summary>
    public required S3ObjectName Source { get; init; }

    /// <summary>What comes back in the completion message.</summary>
    public string? Tag { get; init; }

    /// <summary>The ARN of the topic that the end is told to; null tells nobody.</summary>
    public string? Topic { get; init; }
}
