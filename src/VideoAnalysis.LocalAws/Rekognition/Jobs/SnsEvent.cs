namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>
/// The event with which SNS invokes a Lambda function. The signature is empty: there is nothing that signs.
/// </summary>
/// <param name="Records">The notifications; SNS sends one an event.</param>
internal sealed record SnsEvent(IReadOnlyList<SnsRecord> Records)
{
    /// <summary>A notification of a topic.</summary>
    /// <param name="topic">The topic's ARN.</param>
    /// <param name="message">The message.</param>
    /// <param name="now">When it is published.</param>
    public static SnsEvent Of(string topic, string message, DateTimeOffset now) => new(
    [
        new SnsRecord(
            "aws:sns",
            "1.0",
            $"{topic}:{Guid.NewGuid()}",
            new SnsNotification(
                "Notification",
                Guid.NewGuid().ToString(),
                topic,
                message,
                now.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture),
                "1",
                "",
                "",
                "",
                new Dictionary<string, string>())),
    ]);
}

/// <summary>One notification as Lambda gets it.</summary>
internal sealed record SnsRecord(
    string EventSource, string EventVersion, string EventSubscriptionArn, SnsNotification Sns);

/// <summary>The notification itself. <paramref name="MessageAttributes"/> has none: Rekognition sends none.</summary>
internal sealed record SnsNotification(
    string Type,
    string MessageId,
    string TopicArn,
    string Message,
    string Timestamp,
    string SignatureVersion,
    string Signature,
    string SigningCertUrl,
    string UnsubscribeUrl,
    IReadOnlyDictionary<string, string> MessageAttributes);
