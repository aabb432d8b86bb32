using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Rekognition.Internal;

/// <summary>AWS JSON 1.1 writes a time as the seconds since 1970, with a fraction.</summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTime?>
{
    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTime.UnixEpoch.AddSeconds(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((value.Value - DateTime.UnixEpoch).TotalSeconds);
}
