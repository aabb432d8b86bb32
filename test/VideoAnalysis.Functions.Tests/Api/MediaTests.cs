using System.Globalization;
using System.Web;
using VideoAnalysis.Functions.Media;

namespace VideoAnalysis.Functions.Tests.Api;

public sealed class MediaTests : IDisposable
{
    private readonly ApiSystem _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_video_is_played_from_an_address_that_ends_after_a_quarter_of_an_hour()
    {
        var answer = await _api.SendAsync("GetVideo", ApiRequests.Get("/videos/film.mp4"));

        var playback = answer.Json;
        var query = HttpUtility.ParseQueryString(new Uri(playback.GetProperty("url").GetString()!).Query);
        Assert.InRange(int.Parse(query["X-Amz-Expires"]!, CultureInfo.InvariantCulture), 800, 900);
        Assert.Equal("video/mp4", query["response-content-type"]);
        Assert.InRange(playback.GetProperty("expiresAt").GetDateTimeOffset() - TimeProvider.System.GetUtcNow(),
            TimeSpan.FromSeconds(800), TimeSpan.FromSeconds(900));
        Assert.Equal("tag-1", playback.GetProperty("eTag").GetString());
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task A_video_that_the_bucket_does_not_have_is_not_found() => // And S3 only says that it is forbidden.
        Assert.Equal(404, (await _api.SendAsync("GetVideo", ApiRequests.Get("/videos/-", "video=nothing.mp4"))).Status);

    [Fact]
    public async Task What_is_no_video_is_not_given_out_whatever_the_bucket_has()
    {
        Assert.Equal(404, (await _api.SendAsync("GetVideo", ApiRequests.Get("/videos/backup.sql"))).Status);
        Assert.Empty(_api.S3.Requests);
    }

    /// <summary>S3 would want a checksum of every part, and no browser computes it.</summary>
    [Fact]
    public async Task An_upload_is_begun_without_a_checksum()
    {
        var answer = await _api.PostAsync("/uploads", """{"key":"코드/new film.MOV","size":33554433}""");

        Assert.Equal(201, answer.Status);
        Assert.Equal(3, answer.Json.GetProperty("partCount").GetInt32());
        var (request, _) = Assert.Single(_api.S3.Requests);
        Assert.DoesNotContain(
            request.Headers, header => header.Key.Contains("checksum", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("/videos/%EC%BD%94%EB%93%9C/new%20film.MOV", request.RequestUri!.AbsolutePath);
        Assert.Equal("video/quicktime", request.Content!.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_part_goes_to_an_address_of_its_own_without_further_headers()
    {
        var answer = await _api.PostAsync(
            "/uploads/parts", """{"key":"film.mp4","uploadId":"good","partNumbers":[2,10000]}""");

        var addresses = answer.Json.GetProperty("parts").EnumerateArray()
            .Select(part =>
                (Number: part.GetProperty("partNumber").GetInt32(), Url: new Uri(part.GetProperty("url").GetString()!)))
            .ToList();
        Assert.Equal([2, 10_000], addresses.Select(address => address.Number));
        Assert.All(addresses, address =>
        {
            var query = HttpUtility.ParseQueryString(address.Url.Query);
            Assert.Equal($"{address.Number}", query["partNumber"]);
            Assert.Equal("good", query["uploadId"]);
            Assert.Equal("host", query["X-Amz-SignedHeaders"]);
            Assert.InRange(int.Parse(query["X-Amz-Expires"]!, CultureInfo.InvariantCulture), 3_500, 3_600);
        });
    }

    [Fact]
    public async Task Parts_make_a_video_in_whatever_order_they_are_named()
    {
        var answer = await _api.PostAsync(
            "/uploads/complete",
            """{"key":"film.mp4","uploadId":"good","parts":[{"partNumber":2,"eTag":"\"b\""},{"partNumber":1""" +
            ""","eTag":"a"}]}""");

        Assert.Equal("tag-1", answer.Json.GetProperty("eTag").GetString());
        var (_, sent) = Assert.Single(_api.S3.Requests);
        Assert.True(sent.IndexOf("<PartNumber>1<", StringComparison.Ordinal) < sent.IndexOf(
            "<PartNumber>2<", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/uploads/complete",
        """{"key":"film.mp4","uploadId":"gone","parts":[{"partNumber":1,"eTag":"a"}]}""", 404)]
    [InlineData("/uploads/abort", """{"key":"film.mp4","uploadId":"gone"}""", 204)]
    [InlineData("/uploads/abort", """{"key":"film.mp4","uploadId":"good"}""", 204)]
    public async Task An_upload_that_is_gone_cannot_be_completed_and_need_not_be_aborted(
        string path, string body, int status) =>
        Assert.Equal(status, (await _api.PostAsync(path, body)).Status);

    [Theory]
    [InlineData("/uploads", """{"size":1}""", "key")]
    [InlineData("/uploads", """{"key":"film.avi","size":1}""", "key")]
    [InlineData("/uploads", """{"key":"a/../film.mp4","size":1}""", "key")]
    [InlineData("/uploads", """{"key":"./film.mp4","size":1}""", "key")]
    [InlineData("/uploads", """{"key":"a\nb.mp4","size":1}""", "key")]
    [InlineData("/uploads", """{"key":"film.mp4"}""", "size")]
    [InlineData("/uploads", """{"key":"film.mp4","size":0}""", "size")]
    [InlineData("/uploads", """{"key":"film.mp4","size":10737418241}""", "size")]
    [InlineData("/uploads/parts", """{"key":"film.mp4","partNumbers":[1]}""", "uploadId")]
    [InlineData("/uploads/parts", """{"key":"film.mp4","uploadId":"a b","partNumbers":[1]}""", "uploadId")]
    [InlineData("/uploads/parts", """{"key":"film.mp4","uploadId":"good"}""", "partNumbers")]
    [InlineData("/uploads/parts", """{"key":"film.mp4","uploadId":"good","partNumbers":[0]}""", "partNumbers")]
    [InlineData("/uploads/parts", """{"key":"film.mp4","uploadId":"good","partNumbers":[1,1]}""", "partNumbers")]
    [InlineData("/uploads/parts", """{"key":"film.mp4","uploadId":"good","partNumbers":[10001]}""", "partNumbers")]
    [InlineData("/uploads/complete", """{"key":"film.mp4","uploadId":"good","parts":[]}""", "parts")]
    [InlineData("/uploads/complete", """{"key":"film.mp4","uploadId":"good","parts":[{"partNumber":1}]}""", "parts")]
    [InlineData("/uploads/complete",
        """{"key":"film.mp4","uploadId":"good","parts":[{"partNumber":1,"eTag":"a"},{"partNumber":1,"eTag":"b"}]}""",
        "parts")]
    public async Task A_wrong_member_is_named(string path, string body, string member)
    {
        var answer = await _api.PostAsync(path, body);

        Assert.Equal(400, answer.Status);
        Assert.Equal(member, answer.Json.GetProperty("parameter").GetString());
        Assert.Empty(_api.S3.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"key\":1}")]
    [InlineData("{\"key\":\"film.mp4\",\"size\":\"1\"}")]
    public async Task A_body_of_another_shape_is_refused(string body) => Assert.Equal(
        "urn:videoanalysis:problem:invalid-body",
        (await _api.PostAsync("/uploads", body)).Json.GetProperty("type").GetString());

    /// <summary>A page of another site may send a form, or text, without asking the browser; JSON it may not.</summary>
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_body_that_is_not_said_to_be_json_is_refused(string type)
    {
        var answer = await _api.SendAsync(
            "Upload", ApiRequests.Post("/uploads", """{"key":"film.mp4","size":1}""", type));

        Assert.Equal(415, answer.Status);
        Assert.Empty(_api.S3.Requests);
    }

    [Fact]
    public void The_largest_video_has_no_more_parts_than_S3_takes() =>
        Assert.InRange(UploadRules.PartCountOf(UploadRules.MaxSize), 1, UploadRules.MaxParts);
}
