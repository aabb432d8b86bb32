using System.Text.Json.Nodes;
using VideoAnalysis.LocalAws;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Hosting;

[Slow]
public sealed class SamLocalTests
{
    [Theory]
    [InlineData("TABLE_NAME", LocalNames.Table)]
    [InlineData("VIDEO_BUCKET", LocalNames.Bucket)]
    public void The_containers_of_sam_local_use_the_names_of_the_local_stack(string setting, string name) =>
        Assert.Equal(name, Setting(setting));

    [Fact]
    public void The_containers_of_sam_local_name_the_completion_channel_of_the_local_stack()
    {
        Assert.Equal(LocalNames.Topic, Setting("NOTIFICATION_TOPIC_ARN"));
        Assert.Equal(LocalNames.Role, Setting("NOTIFICATION_ROLE_ARN"));
    }

    private static string Setting(string name)
    {
        var file = Path.Combine(RepositoryFolder.Path, "local.env.json");
        return JsonNode.Parse(File.ReadAllText(file))!["Parameters"]![name]!.GetValue<string>();
    }
}
