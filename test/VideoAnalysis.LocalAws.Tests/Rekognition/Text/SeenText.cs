using VideoAnalysis.Analyses.Text;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Tests.Rekognition.Text;

/// <summary>A local Rekognition whose engine sees one line of two words, at the start.</summary>
internal static class SeenText
{
    public static async Task<RekognitionHarness> StartedAsync()
    {
        var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Engine.Analyses = ["faces", "text"];
        rekognition.Engine.Others = (_, timestamp) => timestamp > 0
            ? []
            : [new("text", Text("GOOD NEWS", "LINE", 0, null)), new("text", Text("GOOD", "WORD", 1, 0)),
                new("text", Text("NEWS", "WORD", 2, 0))];
        return rekognition;
    }

    private static TextDetection Text(string text, string type, int id, int? parent) => new()
    {
        Timestamp = 0,
        Text = text,
        Type = type,
        Id = id,
        ParentId = parent,
        Confidence = 97,
        BoundingBox = new BoundingBox(0.1f, 0.2f, 0.3f, 0.1f),
        Polygon = [new(0.1f, 0.2f), new(0.4f, 0.2f), new(0.4f, 0.3f), new(0.1f, 0.3f)],
    };
}
