using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VideoAnalysis.Functions.Events;

/// <summary>Reads a record of an event; null when it is not one.</summary>
/// <param name="plain">How the record is read, without this converter.</param>
internal sealed class RecordConverter<T>(JsonTypeInfo<T> plain) : JsonConverter<T>
    where T : class
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // Past the whole record first, whatever is in it.
        using var record = JsonDocument.ParseValue(ref reader);
        try
        {
            return record.Deserialize(plain);
        }
        catch (Exception)
        {
            // The boundary between records. What is wrong with this one may be anything: the converters of the Lambda
            // serializer throw exceptions of many kinds. The handler fails for it, and the log tells that it was there.
            return null;
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, plain);
}
