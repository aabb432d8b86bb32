using System.Net;

namespace VideoAnalysis.LocalAws.Tests.S3;

/// <summary>What a delete asks for is held against the object first.</summary>
public sealed class DeleteTests
{
    private const string Other = "\"00000000000000000000000000000000\"";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData("film.mp4", "If-Match", Other, 412, true)]
    [InlineData("film.mp4", "If-Match", "*", 204, false)]
    [InlineData("film.mp4", "If-Match", "\"55a54008ad1ba589aa210d2629c1df41\"", 204, false)]
    [InlineData("never.mp4", "If-Match", "*", 404, true)]
    [InlineData("never.mp4", "Accept", "*/*", 204, true)]
    [InlineData("film.mp4?versionId=3sL4kqtJlcpXroDTDmJrmSpXd3dIbrHY", "Accept", "*/*", 404, true)]
    [InlineData("film.mp4?versionId=null", "Accept", "*/*", 204, false)]
    [InlineData("film.mp4", "x-amz-expected-bucket-owner", "111122223333", 403, true)]
    [InlineData("film.mp4", "x-amz-expected-bucket-owner", "000000000000", 204, false)]
    [InlineData("film.mp4", "x-amz-if-match-size", "1", 501, true)]
    public async Task A_delete_happens_only_as_it_was_meant(
        string target, string header, string value, int status, bool isLeft)
    {
        await using var s3 = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri(s3.Address, "videos/" + target));
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await s3.Http.SendAsync(request, Token);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(isLeft, await ExistsAsync(s3, "film.mp4"));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_delete_whose_answer_got_lost_can_be_sent_again()
    {
        await using var s3 = await StartAsync();

        foreach (var _ in (int[])[1, 2])
        {
            using var answer = await s3.Http.DeleteAsync(new Uri(s3.Address, "videos/film.mp4"), Token);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }

        Assert.False(await ExistsAsync(s3, "film.mp4"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Of_many_objects_those_are_deleted_that_are_meant_and_the_others_are_named()
    {
        await using var s3 = await StartAsync("a", "b", "c");
        using var body = new StringContent(
            "<Delete><Object><Key>a</Key><VersionId>7</VersionId></Object>"
            + $"<Object><Key>b</Key><ETag>{Other}</ETag></Object>"
            + "<Object><Key>c</Key><ETag>*</ETag></Object><Object><Key>never</Key><ETag>*</ETag></Object></Delete>");

        using var response = await s3.Http.PostAsync(new Uri(s3.Address, "videos?delete"), body, Token);

        var answer = await response.Content.ReadAsStringAsync(Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(
            "<Error><Key>a</Key><VersionId>7</VersionId><Code>NoSuchVersion</Code>", answer, StringComparison.Ordinal);
        Assert.Contains("<Error><Key>b</Key><Code>PreconditionFailed</Code>", answer, StringComparison.Ordinal);
        Assert.Contains("<Deleted><Key>c</Key></Deleted>", answer, StringComparison.Ordinal);
        Assert.Contains("<Error><Key>never</Key><Code>NoSuchKey</Code>", answer, StringComparison.Ordinal);
        Assert.Equal(
            (true, true, false), (await ExistsAsync(s3, "a"), await ExistsAsync(s3, "b"), await ExistsAsync(s3, "c")));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_condition_that_is_not_provided_deletes_nothing()
    {
        await using var s3 = await StartAsync();
        using var body = new StringContent("<Delete><Object><Key>film.mp4</Key><Size>7</Size></Object></Delete>");

        using var response = await s3.Http.PostAsync(new Uri(s3.Address, "videos?delete"), body, Token);

        Assert.Contains("the element Size", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(501, (int)response.StatusCode);
        Assert.True(await ExistsAsync(s3, "film.mp4"));
    }

    private static async Task<bool> ExistsAsync(LocalS3 s3, string key)
    {
        using var response = await s3.Http.GetAsync(new Uri(s3.Address, "videos/" + key), Token);
        return response.IsSuccessStatusCode;
    }

    private static async Task<LocalS3> StartAsync(params string[] more)
    {
        var s3 = await LocalS3.StartAsync();
        foreach (var key in more.Append("film.mp4"))
        {
            await s3.Client.PutObjectAsync(UploadTests.Request(key, [1]), Token);
        }

        return s3;
    }
}
