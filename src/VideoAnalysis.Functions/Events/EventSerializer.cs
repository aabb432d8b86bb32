using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;

namespace VideoAnalysis.Functions.Events;

/// <summary>
/// Lambda's serializer, except that a record which is not of its type reads as null and leaves the others of its event
/// alone: the handler does those, and fails for that one. Otherwise one bad record would take the good ones beside it
/// to the dead-letter queue.
/// </summary>
public sealed class EventSerializer() : SourceGeneratorLambdaJsonSerializer<EventJson>(ReadRecordsApart)
{
    private static void ReadRecordsApart(JsonSerializerOptions options)
    {
        var plain = new EventJson(new JsonSerializerOptions(options));
        options.Converters.Add(new RecordConverter<SNSEvent.SNSRecord>(TypeOf<SNSEvent.SNSRecord>(plain)));
        options.Converters.Add(new RecordConverter<SQSEvent.SQSMessage>(TypeOf<SQSEvent.SQSMessage>(plain)));
    }

    private static JsonTypeInfo<T> TypeOf<T>(EventJson json) =>
        json.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new InvalidOperationException($"{nameof(EventJson)} does not know {typeof(T)}.");
}
