using Amazon.DynamoDBv2.Model;

namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>
/// DynamoDB removes expired items when it gets round to it, within days. Until then they are treated as gone.
/// </summary>
internal static class Expiry
{
    /// <summary>Time to live counts in whole seconds; a started second is kept.</summary>
    public static void SetExpiry(this Dictionary<string, AttributeValue> item, DateTimeOffset? expiresAt) =>
        item.Set(Attributes.ExpiresAt, expiresAt is { } time ? (time.ToUnixTimeMilliseconds() + 999) / 1000 : null);

    public static DateTimeOffset? FindExpiry(this Dictionary<string, AttributeValue> item) =>
        item.FindNumber(Attributes.ExpiresAt) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    public static bool IsLiveAt(this Dictionary<string, AttributeValue> item, DateTimeOffset now) =>
        !(item.FindExpiry() <= now);
}
