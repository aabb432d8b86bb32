using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Functions.Rekognition.Celebrities;
using VideoAnalysis.Functions.Rekognition.Faces;
using VideoAnalysis.Functions.Rekognition.Labels;
using VideoAnalysis.Functions.Rekognition.Moderation;
using VideoAnalysis.Functions.Rekognition.Persons;
using VideoAnalysis.Functions.Rekognition.Segments;
using VideoAnalysis.Functions.Rekognition.Text;
using VideoAnalysis.Functions.Settings;

namespace VideoAnalysis.Functions;

/// <summary>The registry of analyses: one line each.</summary>
internal static class RekognitionAnalyses
{
    /// <summary>All that there are, with their settings, in the order in which they are shown.</summary>
    public static IReadOnlyList<RekognitionCalls> All(SettingReader settings) =>
    [
        new FaceDetectionCalls(FaceSettings.Read(settings)),
        new LabelDetectionCalls(LabelSettings.Read(settings)),
        new ContentModerationCalls(ModerationSettings.Read(settings)),
        new TextDetectionCalls(TextSettings.Read(settings)),
        new SegmentDetectionCalls(SegmentSettings.Read(settings)),
        new CelebrityRecognitionCalls(new()),
        new FaceSearchCalls(PersonSettings.Read(settings)),
    ];

    /// <summary>All that there are, and which of them are started.</summary>
    public static RekognitionCatalog Read(SettingReader settings) => new(All(settings), settings);
}
