using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Functions.Rekognition.Faces;
using VideoAnalysis.Functions.Settings;

namespace VideoAnalysis.Functions.Tests.Settings;

public sealed class FunctionSettingsTests
{
    private static readonly Dictionary<string, Func<SettingReader, object?>> Readers = new()
    {
        ["TABLE_NAME"] = settings => new FunctionSettings(settings).TableName,
        ["VIDEO_BUCKET"] = settings => new FunctionSettings(settings).VideoBucket,
        ["ANNOUNCEMENT_QUEUE_URL"] = settings => new FunctionSettings(settings).AnnouncementQueue,
        ["API_URL"] = settings => new FunctionSettings(settings).ApiAddress,
        ["BACKLOG_QUEUE_URL"] = settings => new FunctionSettings(settings).BacklogQueue,
        ["CONTINUATION_QUEUE_URL"] = settings => new FunctionSettings(settings).ContinuationQueue,
        ["NOTIFICATION_TOPIC_ARN"] = CompletionChannel.Read,
        ["NOTIFICATION_ROLE_ARN"] = CompletionChannel.Read,
        ["FACE_ATTRIBUTES"] = FaceSettings.Read,
        ["ANALYSES"] = RekognitionAnalyses.Read,
        ["ANALYSES_ON_REQUEST"] = RekognitionAnalyses.Read,
        ["RETENTION_DAYS"] = settings => new FunctionSettings(settings).JobOptions,
    };

    private readonly Dictionary<string, string?> _variables = new()
    {
        ["TABLE_NAME"] = "results",
        ["VIDEO_BUCKET"] = "videos",
        ["ANNOUNCEMENT_QUEUE_URL"] = "https://sqs.us-east-1.amazonaws.com/123456789012/announcements",
        ["API_URL"] = "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
        ["BACKLOG_QUEUE_URL"] = "https://sqs.us-east-1.amazonaws.com/123456789012/backlog",
        ["CONTINUATION_QUEUE_URL"] = "https://sqs.us-east-1.amazonaws.com/123456789012/continuations",
        ["NOTIFICATION_TOPIC_ARN"] = "arn:aws:sns:us-east-1:123456789012:completions",
        ["NOTIFICATION_ROLE_ARN"] = "arn:aws:iam::123456789012:role/rekognition",
    };

    private SettingReader Settings => new(name => _variables.GetValueOrDefault(name));

    [Fact]
    public void What_is_optional_has_its_default()
    {
        Assert.Equal(FaceAttributes.Default, FaceSettings.Read(Settings).Attributes);
        Assert.Null(new FunctionSettings(Settings).JobOptions.Retention);
        Assert.Equal(["faces"], NamesOf(RekognitionAnalyses.Read(Settings).Analyses.OnUpload));
    }

    [Fact]
    public void Every_setting_is_read()
    {
        _variables["FACE_ATTRIBUTES"] = "ALL";
        _variables["RETENTION_DAYS"] = "30";

        Assert.All(Readers.Values, read => Assert.NotNull(read(Settings)));
        Assert.Equal(FaceAttributes.All, FaceSettings.Read(Settings).Attributes);
        Assert.Equal(TimeSpan.FromDays(30), new FunctionSettings(Settings).JobOptions.Retention);
    }

    [Theory]
    [InlineData("TABLE_NAME")]
    [InlineData("VIDEO_BUCKET")]
    [InlineData("ANNOUNCEMENT_QUEUE_URL")]
    [InlineData("API_URL")]
    [InlineData("BACKLOG_QUEUE_URL")]
    [InlineData("CONTINUATION_QUEUE_URL")]
    [InlineData("NOTIFICATION_TOPIC_ARN")]
    [InlineData("NOTIFICATION_ROLE_ARN")]
    public void What_is_missing_or_blank_is_named(string variable)
    {
        foreach (var value in new[] { null, "", "  " })
        {
            _variables[variable] = value;

            Assert.Contains(variable, Problem(variable).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("API_URL", "results")]
    [InlineData("BACKLOG_QUEUE_URL", "backlog")]
    [InlineData("CONTINUATION_QUEUE_URL", "ftp://queue")]
    [InlineData("NOTIFICATION_TOPIC_ARN", "completions")]
    [InlineData("NOTIFICATION_TOPIC_ARN", "arn:aws:iam::123456789012:role/rekognition")]
    [InlineData("NOTIFICATION_ROLE_ARN", "arn:aws:sns:us-east-1:123456789012:completions")]
    [InlineData("FACE_ATTRIBUTES", "all")]
    [InlineData("ANALYSES", "smells")]
    [InlineData("ANALYSES_ON_REQUEST", "smells")]
    [InlineData("RETENTION_DAYS", "-1")]
    [InlineData("RETENTION_DAYS", "3.5")]
    [InlineData("RETENTION_DAYS", "99999")]
    public void What_is_wrong_is_named_with_its_value(string variable, string value)
    {
        _variables[variable] = value;

        var problem = Problem(variable);

        Assert.Equal(variable, problem.Variable);
        Assert.Contains($"\"{value}\"", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("faces", "", "faces", "faces")]
    [InlineData(" weather , faces,weather", "", "faces weather", "faces weather")]
    [InlineData("weather", "faces", "weather", "faces weather")]
    [InlineData("weather", "weather", "weather", "weather")]
    public void Analyses_are_those_of_every_upload_and_those_that_may_be_asked_for(
        string onUpload, string onRequest, string expectedOnUpload, string expectedStartable)
    {
        (_variables["ANALYSES"], _variables["ANALYSES_ON_REQUEST"]) = (onUpload, onRequest);

        var analyses = new RekognitionCatalog(
            [new FaceDetectionCalls(new(FaceAttributes.Default)), new WeatherCalls()], Settings).Analyses;

        Assert.Equal(["faces", "weather"], NamesOf(analyses.All));
        Assert.Equal(expectedOnUpload.Split(' '), NamesOf(analyses.OnUpload));
        Assert.Equal(expectedStartable.Split(' '), NamesOf(analyses.Startable));
    }

    [Fact]
    public void An_unknown_analysis_is_named_with_those_that_there_are()
    {
        _variables["ANALYSES"] = "faces,smells";

        Assert.Equal(
            "The environment variable ANALYSES names \"smells\"; it has to be names of analyses, with commas " +
            "between them: "
            + string.Join(", ", NamesOf(RekognitionAnalyses.Read(new(_ => null)).Analyses.All)) + ".",
            Problem("ANALYSES").Message);
    }

    private static IEnumerable<string> NamesOf(IEnumerable<Analysis> analyses) =>
        analyses.Select(analysis => analysis.Name);

    private SettingException Problem(string variable) =>
        Assert.Throws<SettingException>(() => Readers[variable](Settings));
}
