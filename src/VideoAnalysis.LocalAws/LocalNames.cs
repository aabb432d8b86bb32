namespace VideoAnalysis.LocalAws;

/// <summary>The names that resources have on the local stack, where AWS would give them some.</summary>
internal static class LocalNames
{
    /// <summary>The bucket for videos.</summary>
    public const string Bucket = "videos";

    /// <summary>The collection of the faces of known persons.</summary>
    public const string Collection = "persons";

    /// <summary>The DynamoDB table, where results go to one.</summary>
    public const string Table = "video-analysis";

    /// <summary>The region that everything is said to be in.</summary>
    public const string Region = "us-east-1";

    /// <summary>The account that everything is said to be in.</summary>
    public const string Account = "000000000000";

    /// <summary>The queue of announcements, and who reads it.</summary>
    public const string Announcements = "Announcements";

    /// <summary>The topic of completions.</summary>
    public static string Topic { get; } = Arn("sns", "AmazonRekognition-completions");

    /// <summary>The role that Rekognition publishes with.</summary>
    public static string Role { get; } = $"arn:aws:iam::{Account}:role/rekognition";

    /// <summary>The ARN of a resource of a service.</summary>
    public static string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";
}
