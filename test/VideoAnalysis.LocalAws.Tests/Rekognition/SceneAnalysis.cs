using System.Text.Json;
using System.Text.Json.Serialization;
using VideoAnalysis.Analyses;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Tests.Rekognition;

/// <summary>An analysis that the service does not have, as unlike face detection as one can be.</summary>
internal sealed class SceneAnalysis() : TypedAnalysis<StartSceneDetectionRequest, GetSceneDetectionRequest>(
    SceneJson.Default.StartSceneDetectionRequest, SceneJson.Default.GetSceneDetectionRequest)
{
    public override string Name => "scenes";

    public override string StartOperation => "StartSceneDetection";

    public override string GetOperation => "GetSceneDetection";

    public override string ResultList => "Scenes";

    public override bool HasMetadataList => true;

    protected override void Check(StartSceneDetectionRequest request, RequestConstraints constraints) =>
        constraints.Required(request.Mood, "mood").OneOf(request.Mood, "mood", "GOOD", "BAD");

    protected override void Check(GetSceneDetectionRequest request, RequestConstraints constraints) =>
        constraints.OneOf(request.SortBy, "sortBy", "TIMESTAMP");

    protected override StartSceneDetectionRequest Spell(StartSceneDetectionRequest request) =>
        request with { MinConfidence = request.MinConfidence ?? 50 };

    protected override EngineRequest RequestOf(StartSceneDetectionRequest start) => new SceneRequest(start.Mood!);

    protected override string Write(StartSceneDetectionRequest start, Detection detection)
    {
        var scene = (Scene)detection;
        return JsonSerializer.Serialize(
            new SceneItem(scene.Timestamp, scene.End, start.Mood!), SceneJson.Default.SceneItem);
    }

    protected override void WriteMembers(
        Utf8JsonWriter writer, StartSceneDetectionRequest start, GetSceneDetectionRequest get)
    {
        writer.WriteString("SelectedMood", start.Mood);
        writer.WriteString("SortedBy", get.SortBy ?? "nothing");
    }
}

internal sealed record StartSceneDetectionRequest : StartJobRequest
{
    public string? Mood { get; init; }

    public float? MinConfidence { get; init; }
}

internal sealed record GetSceneDetectionRequest : GetJobRequest
{
    public string? SortBy { get; init; }
}

internal sealed record SceneRequest(string Mood) : EngineRequest("scenes");

internal sealed record Scene : Detection;

internal sealed record SceneItem(long StartMillis, long EndMillis, string Mood);

[JsonSerializable(typeof(StartSceneDetectionRequest))]
[JsonSerializable(typeof(GetSceneDetectionRequest))]
[JsonSerializable(typeof(SceneItem))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class SceneJson : JsonSerializerContext;
