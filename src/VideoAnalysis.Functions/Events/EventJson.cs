using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using VideoAnalysis.Backfilling;
using VideoAnalysis.Reconciling;

namespace VideoAnalysis.Functions.Events;

/// <summary>The JSON of what the functions take and answer, for the Lambda serializer.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(SNSEvent))]
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SNSEvent.MessageAttribute), TypeInfoPropertyName = "SnsMessageAttribute")]
[JsonSerializable(
    typeof(IDictionary<string, SNSEvent.MessageAttribute>), TypeInfoPropertyName = "SnsMessageAttributes")]
[JsonSerializable(
    typeof(Dictionary<string, SNSEvent.MessageAttribute>), TypeInfoPropertyName = "SnsMessageAttributeDictionary")]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
[JsonSerializable(typeof(ScheduledRun))]
[JsonSerializable(typeof(ReconcileReport))]
[JsonSerializable(typeof(BackfillRequest))]
[JsonSerializable(typeof(BackfillReport))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
public sealed partial class EventJson : JsonSerializerContext;
