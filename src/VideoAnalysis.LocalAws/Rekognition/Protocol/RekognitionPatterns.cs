using System.Text.RegularExpressions;

namespace VideoAnalysis.LocalAws.Rekognition.Protocol;

/// <summary>The patterns of the service model (2016-06-27).</summary>
internal static partial class RekognitionPatterns
{
    /// <summary><c>ClientRequestToken</c> and <c>JobId</c>.</summary>
    [GeneratedRegex(@"^[a-zA-Z0-9-_]+$")]
    public static partial Regex Identifier { get; }

    /// <summary><c>JobTag</c>: no spaces and no Unicode, so never a raw object key.</summary>
    [GeneratedRegex(@"[a-zA-Z0-9_.\-:+=\/]+")]
    public static partial Regex JobTag { get; }

    /// <summary><c>CollectionId</c>.</summary>
    [GeneratedRegex(@"[a-zA-Z0-9_.\-]+")]
    public static partial Regex CollectionId { get; }

    /// <summary><c>ExternalImageId</c>.</summary>
    [GeneratedRegex(@"[a-zA-Z0-9_.\-:]+")]
    public static partial Regex ExternalImageId { get; }

    /// <summary><c>S3Object.Bucket</c>.</summary>
    [GeneratedRegex(@"[0-9A-Za-z\.\-_]*")]
    public static partial Regex Bucket { get; }

    /// <summary><c>NotificationChannel.SNSTopicArn</c>.</summary>
    [GeneratedRegex(@"(^arn:aws:sns:.*:\w{12}:.+$)")]
    public static partial Regex TopicArn { get; }

    /// <summary><c>NotificationChannel.RoleArn</c>.</summary>
    [GeneratedRegex(@"arn:aws:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+")]
    public static partial Regex RoleArn { get; }
}
