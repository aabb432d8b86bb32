using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoAnalysis.LocalAws.Rekognition.Protocol;

/// <summary>
/// Gathers what a request violates of the service model's constraints, and answers with all of it at once, in the
/// words in which AWS services do.
/// </summary>
internal sealed class RequestConstraints
{
    private readonly List<string> _violations = [];

    /// <summary>The member has to be there.</summary>
    public RequestConstraints Required(object? value, string member)
    {
        if (value is null)
        {
            _violations.Add($"Value null at '{member}' failed to satisfy constraint: Member must not be null");
        }

        return this;
    }

    /// <summary>The member's length in characters, where it is there.</summary>
    public RequestConstraints Length(string? value, string member, int minimum, int maximum)
    {
        if (value is not null && value.Length < minimum)
        {
            Violated(value, member, $"Member must have length greater than or equal to {minimum}");
        }
        else if (value is not null && value.Length > maximum)
        {
            Violated(value, member, $"Member must have length less than or equal to {maximum}");
        }

        return this;
    }

    /// <summary>The whole member has to match, where it is there.</summary>
    public RequestConstraints Pattern(string? value, string member, Regex pattern)
    {
        // A match that covers the value: the model's patterns are meant whole, whether they carry anchors or not.
        if (!string.IsNullOrEmpty(value) && pattern.Match(value) is var match && match.Length != value.Length)
        {
            Violated(value, member, $"Member must satisfy regular expression pattern: {pattern}");
        }

        return this;
    }

    /// <summary>The member is one of an enumeration, where it is there.</summary>
    public RequestConstraints OneOf(string? value, string member, params ReadOnlySpan<string> allowed)
    {
        if (value is not null && !allowed.Contains(value))
        {
            Violated(value, member, $"Member must satisfy enum value set: [{string.Join(", ", allowed!)}]");
        }

        return this;
    }

    /// <summary>The member's least value, where it is there.</summary>
    public RequestConstraints AtLeast(long? value, string member, long minimum)
    {
        if (value < minimum)
        {
            Violated(
                value.Value.ToString(CultureInfo.InvariantCulture),
                member,
                $"Member must have value greater than or equal to {minimum}");
        }

        return this;
    }

    /// <summary>The member's range, where it is there.</summary>
    public RequestConstraints Between(float? value, string member, float minimum, float maximum)
    {
        if (value < minimum)
        {
            Violated(Text(value.Value), member, $"Member must have value greater than or equal to {Text(minimum)}");
        }
        else if (value > maximum)
        {
            Violated(Text(value.Value), member, $"Member must have value less than or equal to {Text(maximum)}");
        }

        return this;
    }

    /// <summary>How many items the member has, where it is there.</summary>
    public RequestConstraints Count<T>(IReadOnlyList<T>? items, string member, int minimum, int maximum)
    {
        if (items is not null && items.Count < minimum)
        {
            Violated(Text(items), member, $"Member must have length greater than or equal to {minimum}");
        }
        else if (items is not null && items.Count > maximum)
        {
            Violated(Text(items), member, $"Member must have length less than or equal to {maximum}");
        }

        return this;
    }

    /// <summary>Each of the member's items is one of an enumeration, where it is there.</summary>
    public RequestConstraints AllOf(IReadOnlyList<string>? items, string member, params IReadOnlyList<string> allowed)
    {
        if (items is not null && items.Except(allowed, StringComparer.Ordinal).Any())
        {
            var set = $"Member must satisfy enum value set: [{string.Join(", ", allowed)}]";
            Violated(Text(items), member, $"Member must satisfy constraint: [{set}]");
        }

        return this;
    }

    /// <summary>The members of the place of an object, where there is one.</summary>
    public RequestConstraints Object(S3ObjectName? source, string member) =>
        Length(source?.Bucket, $"{member}.bucket", 3, 255)
            .Pattern(source?.Bucket, $"{member}.bucket", RekognitionPatterns.Bucket)
            .Length(source?.Name, $"{member}.name", 1, 1024)
            .Length(source?.Version, $"{member}.version", 1, 1024);

    /// <summary>The members of a channel, where there is one.</summary>
    public RequestConstraints Channel(NotificationChannel? channel) => channel is null
        ? this
        : Required(channel.TopicArn, "notificationChannel.sNSTopicArn")
            .Pattern(channel.TopicArn, "notificationChannel.sNSTopicArn", RekognitionPatterns.TopicArn)
            .Required(channel.RoleArn, "notificationChannel.roleArn")
            .Pattern(channel.RoleArn, "notificationChannel.roleArn", RekognitionPatterns.RoleArn);

    /// <summary>Ends the check.</summary>
    /// <exception cref="RekognitionException">Something was violated: <c>ValidationException</c>.</exception>
    public void ThrowIfViolated()
    {
        if (_violations.Count > 0)
        {
            var errors = _violations.Count == 1 ? "1 validation error" : $"{_violations.Count} validation errors";
            throw new RekognitionException(
                "ValidationException", $"{errors} detected: {string.Join("; ", _violations)}");
        }
    }

    private static string Text(float number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text<T>(IReadOnlyList<T> items) => $"[{string.Join(", ", items)}]";

    private void Violated(string value, string member, string constraint) =>
        _violations.Add($"Value '{value}' at '{member}' failed to satisfy constraint: {constraint}");
}
