using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Services send times as ISO 8601 text, as seconds, or as milliseconds since 1970.</summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    // From the year 1 to the year 5000; a larger number can only be milliseconds.
    private const long LargestSeconds = 157_753_180_800;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out var date))
        {
            return date;
        }

        if (reader.TokenType == JsonTokenType.Number)
        {
            return !reader.TryGetInt64(out var whole) ? DateTime.UnixEpoch.AddSeconds(reader.GetDouble())
                : whole > LargestSeconds ? DateTime.UnixEpoch.AddMilliseconds(whole)
                : DateTime.UnixEpoch.AddSeconds(whole);
        }

        throw new JsonSerializerException($"Unknown data type for DateTime: {reader.TokenType}");
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
