using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>The message by which S3 tells Lambda of a new object ("Event message structure" in its guide).</summary>
internal static class ObjectCreatedEvent
{
    /// <summary>Writes the message, with one record, as S3 sends them.</summary>
    /// <param name="stored">The object.</param>
    /// <param name="creation">How it came about.</param>
    /// <param name="sequencer">Larger than that of every earlier object.</param>
    /// <param name="region">The region of the bucket.</param>
    public static string Write(StoredObject stored, ObjectCreation creation, string sequencer, string region)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("Records");
            json.WriteStartObject();
            json.WriteString("eventVersion", "2.1");
            json.WriteString("eventSource", "aws:s3");
            json.WriteString("awsRegion", region);
            json.WriteString(
                "eventTime",
                stored.LastModified.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("eventName", creation.EventName);
            WriteRequest(json, creation);
            WriteObject(json, stored, sequencer);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteRequest(Utf8JsonWriter json, ObjectCreation creation)
    {
        json.WriteStartObject("userIdentity");
        json.WriteString("principalId", Owner.Id);
        json.WriteEndObject();
        json.WriteStartObject("requestParameters");
        json.WriteString("sourceIPAddress", creation.SourceAddress);
        json.WriteEndObject();
        json.WriteStartObject("responseElements");
        json.WriteString("x-amz-request-id", creation.RequestId);
        json.WriteString("x-amz-id-2", creation.HostId);
        json.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter json, StoredObject stored, string sequencer)
    {
        json.WriteStartObject("s3");
        json.WriteString("s3SchemaVersion", "1.0");
        json.WriteString("configurationId", "local");
        json.WriteStartObject("bucket");
        json.WriteString("name", stored.Bucket);
        json.WriteStartObject("ownerIdentity");
        json.WriteString("principalId", Owner.Id);
        json.WriteEndObject();
        json.WriteString("arn", $"arn:aws:s3:::{stored.Bucket}");
        json.WriteEndObject();
        json.WriteStartObject("object");
        json.WriteString("key", FormUrlEncoding.Encode(stored.Key));
        json.WriteNumber("size", stored.Size);
        json.WriteString("eTag", stored.ETag);
        json.WriteString("sequencer", sequencer);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
