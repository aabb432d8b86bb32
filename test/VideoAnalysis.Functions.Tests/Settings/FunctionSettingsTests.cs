using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Functions.Settings;

namespace VideoAnalysis.Functions.Tests.Settings;

public sealed class FunctionSettingsTests
{
    private static readonly Dictionary<string, Func<FunctionSettings, object?>> Readers = new()
    {
        ["TABLE_NAME"] = settings => settings.TableName,
        ["VIDEO_BUCKET"] = settings => settings.VideoBucket,
        ["BACKLOG_QUEUE_URL"] = settings => settings.BacklogQueue,
        ["CONTINUATION_QUEUE_URL"] = settings => settings.ContinuationQueue,
        ["NOTIFICATION_TOPIC_ARN"] = settings => settings.CompletionChannel,
        ["NOTIFICATION_ROLE_ARN"] = settings => settings.CompletionChannel,
        ["FACE_ATTRIBUTES"] = settings => settings.FaceAttributes,
        ["RETENTION_DAYS"] = settings => settings.JobOptions,
    };

    private readonly Dictionary<string, string?> _variables = new()
    {
        ["TABLE_NAME"] = "results",
        ["VIDEO_BUCKET"] = "videos",
        ["BACKLOG_QUEUE_URL"] = "https://sqs.us-east-1.amazonaws.com/123456789012/backlog",
        ["CONTINUATION_QUEUE_URL"] = "https://sqs.us-east-1.amazonaws.com/123456789012/continuations",
        ["NOTIFICATION_TOPIC_ARN"] = "arn:aws:sns:us-east-1:123456789012:completions",
        ["NOTIFICATION_ROLE_ARN"] = "arn:aws:iam::123456789012:role/rekognition",
    };

    private FunctionSettings Settings => new(name => _variables.GetValueOrDefault(name));

    [Fact]
    public void What_is_optional_has_its_default()
    {
        Assert.Equal(FaceAttributes.Default, Settings.FaceAttributes);
        Assert.Null(Settings.JobOptions.Retention);
    }

    [Fact]
    public void Every_setting_is_read()
    {
        _variables["FACE_ATTRIBUTES"] = "ALL";
        _variables["RETENTION_DAYS"] = "30";

        Assert.All(Readers.Values, read => Assert.NotNull(read(Settings)));
        Assert.Equal((FaceAttributes.All, TimeSpan.FromDays(30)), (Settings.FaceAttributes, Settings.JobOptions.Retention));
    }

    [Theory]
    [InlineData("TABLE_NAME")]
    [InlineData("VIDEO_BUCKET")]
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
    [InlineData("BACKLOG_QUEUE_URL", "backlog")]
    [InlineData("CONTINUATION_QUEUE_URL", "ftp://queue")]
    [InlineData("NOTIFICATION_TOPIC_ARN", "completions")]
    [InlineData("NOTIFICATION_TOPIC_ARN", "arn:aws:iam::123456789012:role/rekognition")]
    [InlineData("NOTIFICATION_ROLE_ARN", "arn:aws:sns:us-east-1:123456789012:completions")]
    [InlineData("FACE_ATTRIBUTES", "all")]
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

    private SettingException Problem(string variable) =>
        Assert.Throws<SettingException>(() => Readers[variable](Settings));
}
