using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>Writes and reads attributes. What is null is not written, and what is not there reads as null.</summary>
internal static class AttributeValues
{
    /// <summary>
    /// RFC 3339 in UTC with as many decimals as the time has, so that it reads well and comes back the same.
    /// </summary>
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public static AttributeValue Text(string value) => new() { S = value };

    public static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    public static void Set(this Dictionary<string, AttributeValue> item, string name, string? value)
    {
        if (value is not null)
        {
            item[name] = Text(value);
        }
    }

    public static void Set(this Dictionary<string, AttributeValue> item, string name, long? value)
    {
        if (value is { } number)
        {
            item[name] = Number(number);
        }
    }

    public static void Set(this Dictionary<string, AttributeValue> item, string name, float? value)
    {
        if (value is { } number)
        {
            item[name] = new() { N = number.ToString(CultureInfo.InvariantCulture) };
        }
    }

    public static void Set(this Dictionary<string, AttributeValue> item, string name, DateTimeOffset? value) =>
        item.Set(name, value?.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture));

    public static void Set(
        this Dictionary<string, AttributeValue> item, string name, Dictionary<string, AttributeValue>? value)
    {
        if (value is not null)
        {
            item[name] = new() { M = value };
        }
    }

    public static string? FindText(this Dictionary<string, AttributeValue> item, string name) =>
        item.GetValueOrDefault(name)?.S;

    public static string GetText(this Dictionary<string, AttributeValue> item, string name) =>
        item.FindText(name) ?? throw item.Unreadable($"has no text \"{name}\"");

    public static long? FindNumber(this Dictionary<string, AttributeValue> item, string name) =>
        item.GetValueOrDefault(name)?.N is { } number ? long.Parse(number, CultureInfo.InvariantCulture) : null;

    public static long GetNumber(this Dictionary<string, AttributeValue> item, string name) =>
        item.FindNumber(name) ?? throw item.Unreadable($"has no number \"{name}\"");

    public static float? FindFraction(this Dictionary<string, AttributeValue> item, string name) =>
        item.GetValueOrDefault(name)?.N is { } number ? float.Parse(number, CultureInfo.InvariantCulture) : null;

    public static DateTimeOffset? FindTime(this Dictionary<string, AttributeValue> item, string name) =>
        item.FindText(name) is { } text
            ? DateTimeOffset.ParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;

    public static DateTimeOffset GetTime(this Dictionary<string, AttributeValue> item, string name) =>
        item.FindTime(name) ?? throw item.Unreadable($"has no time \"{name}\"");

    public static Dictionary<string, AttributeValue>? FindMap(
        this Dictionary<string, AttributeValue> item, string name) => item.GetValueOrDefault(name)?.M;

    /// <summary>An item that this version of the program did not write, and cannot make sense of.</summary>
    public static InvalidDataException Unreadable(this Dictionary<string, AttributeValue> item, string why) => new(
        $"The item ({item.FindText(Attributes.PartitionKey)}, {item.FindText(Attributes.SortKey)}) {why}.");
}
