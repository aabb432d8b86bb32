using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.Rekognition.Internal;

/// <summary>A value that the service may add to: unknown ones are kept as they came.</summary>
internal interface IConstant<TSelf>
{
    static abstract TSelf FindValue(string value);
}

internal sealed class ConstantConverter<T> : JsonConverter<T>
    where T : ConstantClass, IConstant<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.FindValue(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
