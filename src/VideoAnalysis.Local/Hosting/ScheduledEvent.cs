using System.Text.Json.Serialization;

namespace VideoAnalysis.Local.Hosting;

/// <summary>The event with which a schedule invokes a Lambda function.</summary>
/// <param name="Id">The run's own id.</param>
/// <param name="Time">When the run was due.</param>
internal sealed record ScheduledEvent(string Id, DateTimeOffset Time)
{
    /// <summary>What kind of event it is.</summary>
    public string Source { get; } = "aws.events";
}

/// <summary>The JSON of the event.</summary>
[JsonSerializable(typeof(ScheduledEvent))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class HostingJson : JsonSerializerContext;
