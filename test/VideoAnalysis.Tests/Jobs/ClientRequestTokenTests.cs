using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Tests.Jobs;

public sealed class ClientRequestTokenTests
{
    private static readonly FaceAnalysis Faces = new(FaceAttributes.Default);

    [Fact]
    public void Is_the_same_for_the_same_upload() =>
        Assert.Equal(ClientRequestToken.For(Some.Upload(), Faces), ClientRequestToken.For(Some.Upload(), Faces));

    [Fact]
    public void Has_only_characters_that_Rekognition_takes() =>
        Assert.Matches("^[a-zA-Z0-9-_]{64}$", ClientRequestToken.For(Some.Upload("코드/日本語 ünï.mp4"), Faces).Value);

    [Fact]
    public void Differs_with_the_upload_the_attempt_and_the_settings() => Assert.Distinct(
    [
        ClientRequestToken.For(Some.Upload(), Faces),
        ClientRequestToken.For(Some.Upload("other.mp4"), Faces),
        ClientRequestToken.For(Some.Upload(sequencer: 2), Faces),
        ClientRequestToken.For(Some.Upload() with { VersionId = "v1" }, Faces),
        ClientRequestToken.For(Some.Upload(sequencer: 2) with { VersionId = "v1" }, Faces),
        ClientRequestToken.For(Some.Upload() with { Attempt = 1 }, Faces),
        ClientRequestToken.For(Some.Upload(), new FaceAnalysis(FaceAttributes.All)),
    ]);

    [Fact]
    public void A_tag_is_read_back()
    {
        var tag = new JobTag("faces", ClientRequestToken.For(Some.Upload(), Faces));

        Assert.Equal(tag, JobTag.TryParse(tag.ToString()));
        Assert.Matches(@"^[a-zA-Z0-9_.\-:+=/]{1,1024}$", tag.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("faces")]
    [InlineData("faces:short")]
    [InlineData("somebody-elses-tag")]
    public void A_foreign_tag_is_none_of_ours(string? tag) => Assert.Null(JobTag.TryParse(tag));
}
