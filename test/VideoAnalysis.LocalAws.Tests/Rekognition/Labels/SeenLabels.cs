using VideoAnalysis.Analyses.Labels;
using VideoAnalysis.Engine;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Tests.Rekognition.Labels;

/// <summary>A local Rekognition whose engine sees a few labels.</summary>
internal static class SeenLabels
{
    /// <summary>
    /// For 4 s: a dog at 0 and 0.5 s, and again at 2.5 s; a mobile phone at 0.5 s; with a dog its ancestor, an animal.
    /// </summary>
    public static async Task<RekognitionHarness> StartedAsync()
    {
        var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Engine.Analyses = ["faces", "labels"];
        rekognition.Engine.Faces = [0, 0, 0, 0, 0, 0, 0, 0];
        rekognition.Engine.Others = (_, timestamp) =>
            [.. At(timestamp).Select(label => new EngineFinding("labels", label))];
        return rekognition;
    }

    /// <summary>Starts a job, and waits for its end.</summary>
    /// <returns>The JobId.</returns>
    public static async Task<string> RunAsync(this RekognitionHarness rekognition, string members = "")
    {
        var (status, body, _) = await rekognition.PostAsync("StartLabelDetection", $$"""
            {
                "Video": { "S3Object": { "Bucket": "videos", "Name": "film.mp4" } },
                "NotificationChannel": { "SNSTopicArn": "{{RekognitionHarness.Topic}}",
                  "RoleArn": "arn:aws:iam::000000000000:role/rekognition" }
                {{members}}
            }
            """);
        Assert.True(status == 200, body.ToString());
        await rekognition.NextCompletionAsync();
        return body.GetProperty("JobId").GetString()!;
    }

    private static IEnumerable<LabelDetection> At(long timestamp) => timestamp switch
    {
        0 => [Animal(timestamp, 91), Dog(timestamp, 91)],
        500 => [Animal(timestamp, 97), Dog(timestamp, 97), Phone(timestamp)],
        2_500 => [Animal(timestamp, 60), Dog(timestamp, 60)],
        _ => [],
    };

    private static LabelDetection Animal(long timestamp, float confidence) => new()
    {
        Timestamp = timestamp,
        Name = "Animal",
        Confidence = confidence,
        Categories = ["Animals and Pets"],
    };

    private static LabelDetection Dog(long timestamp, float confidence) => new()
    {
        Timestamp = timestamp,
        Name = "Dog",
        Confidence = confidence,
        Parents = ["Animal"],
        Categories = ["Animals and Pets"],
        Instances = [new(new BoundingBox(0.1f, 0.2f, 0.3f, 0.4f), confidence)],
    };

    private static LabelDetection Phone(long timestamp) => new()
    {
        Timestamp = timestamp,
        Name = "Mobile Phone",
        Confidence = 75,
        Parents = ["Electronics", "Phone"],
        Aliases = ["Cell Phone"],
        Categories = ["Technology and Computing"],
        Instances = [new(new BoundingBox(-0.1f, 0, 1, 1), 75)],
    };
}
