using System.Text;
using System.Text.Json;

namespace VideoAnalysis.LocalAws.Tests.Rekognition.Collections;

public sealed class CollectionTests
{
    [Fact(Timeout = 30_000)]
    public async Task A_collection_is_made_described_listed_and_deleted()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        var made = await rekognition.CallAsync("CreateCollection", """{"CollectionId":"people"}""");
        await rekognition.CallAsync("CreateCollection", """{"CollectionId":"actors"}""");
        var described = await rekognition.CallAsync("DescribeCollection", """{"CollectionId":"people"}""");
        var listed = await rekognition.CallAsync("ListCollections", "{}");

        Assert.Equal(
            """{"StatusCode":200,"CollectionArn":"arn:aws:rekognition:us-east-1:000000000000:collection/people",""" +
            "\"FaceModelVersion\":\"scripted-1\"}",
            made.GetRawText());
        Assert.Equal(0, described.GetProperty("FaceCount").GetInt64());
        Assert.Equal(1772600767, described.GetProperty("CreationTimestamp").GetDouble());
        Assert.Equal(
            """{"CollectionIds":["actors","people"],"FaceModelVersions":["scripted-1","scripted-1"]}""",
            listed.GetRawText());
        Assert.Equal("""{"StatusCode":200}""",
            (await rekognition.CallAsync("DeleteCollection", """{"CollectionId":"people"}""")).GetRawText());
        Assert.Equal(
            "ResourceNotFoundException",
            await rekognition.ErrorAsync("DescribeCollection", """{"CollectionId":"people"}"""));
    }

    [Fact(Timeout = 30_000)]
    public async Task Lists_come_in_pages()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        foreach (var id in new[] { "a", "b", "c" })
        {
            await rekognition.CallAsync("CreateCollection", $$"""{"CollectionId":"{{id}}"}""");
            await rekognition.IndexAsync("a", "0", id);
        }

        var collections =
            await ReadAllAsync(rekognition, "ListCollections", "", page => page.GetProperty("CollectionIds"));
        var faces = await ReadAllAsync(
            rekognition, "ListFaces", "\"CollectionId\":\"a\",", page => page.GetProperty("Faces"));

        Assert.Equal(["a", "b", "c"], collections.Select(id => id.GetString()));
        Assert.Equal(["a", "b", "c"], faces.Select(face => face.GetProperty("ExternalImageId").GetString()));
    }

    [Fact(Timeout = 30_000)]
    public async Task Faces_of_a_picture_are_indexed_the_largest_first_and_the_bad_ones_are_not()
    {
        await using var rekognition = await WithCollectionAsync();

        var answer = await rekognition.IndexAsync("people", "0\n45 blurred\n90\n135", "group", ""","MaxFaces":2""");

        Assert.Equal(
            [99, 97], answer.GetProperty("FaceRecords")
                .EnumerateArray().Select(record => record.GetProperty("Face").GetProperty("Confidence").GetInt32()));
        Assert.Equal(
            ["LOW_SHARPNESS", "EXCEEDS_MAX_FACES"],
            answer.GetProperty("UnindexedFaces")
                .EnumerateArray().Select(face => face.GetProperty("Reasons")[0].GetString()));
        var face = answer.GetProperty("FaceRecords")[0].GetProperty("Face");
        Assert.Equal("group", face.GetProperty("ExternalImageId").GetString());
        Assert.Equal("scripted-1", face.GetProperty("IndexFacesModelVersion").GetString());
        Assert.True(Guid.TryParse(face.GetProperty("FaceId").GetString(), out _));
        var detail = answer.GetProperty("FaceRecords")[0].GetProperty("FaceDetail");
        Assert.Equal(["eyeLeft"], detail.GetProperty("Landmarks")
            .EnumerateArray().Select(landmark => landmark.GetProperty("Type").GetString()));
        Assert.Equal(2, (await rekognition.CallAsync("DescribeCollection", """{"CollectionId":"people"}"""))
            .GetProperty("FaceCount").GetInt64());
    }

    [Fact(Timeout = 30_000)]
    public async Task The_same_picture_under_the_same_name_is_indexed_once()
    {
        await using var rekognition = await WithCollectionAsync();

        var first = await rekognition.IndexAsync("people", "0", "anna");
        var again = await rekognition.IndexAsync("people", "0", "anna");
        await rekognition.IndexAsync("people", "0", "berta");

        Assert.Equal(FaceIds(first), FaceIds(again));
        var faces = await rekognition.CallAsync("ListFaces", """{"CollectionId":"people"}""");
        Assert.Equal(
            ["anna", "berta"],
            faces.GetProperty("Faces")
                .EnumerateArray().Select(face => face.GetProperty("ExternalImageId").GetString()));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_face_that_was_left_out_before_is_not_taken_for_another_of_the_picture()
    {
        await using var rekognition = await WithCollectionAsync();

        var good = FaceIds(await rekognition.IndexAsync("people", "45 blurred\n90", "both"));
        var all = FaceIds(
            await rekognition.IndexAsync("people", "45 blurred\n90", "both", ""","QualityFilter":"NONE" """));

        Assert.Single(good);
        Assert.Equal(2, all.Distinct().Count());
        Assert.Equal(good[0], all[1]);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_picture_may_be_an_object()
    {
        await using var rekognition = await WithCollectionAsync();
        rekognition.Objects.Stored["videos/anna.jpg"] = new("e", 10);
        rekognition.Objects.Contents["videos/anna.jpg"] = "30";

        var answer = await rekognition.CallAsync(
            "IndexFaces", """{"CollectionId":"people","Image":{"S3Object":{"Bucket":"videos","Name":"anna.jpg"}}}""");

        Assert.Single(FaceIds(answer));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_picture_of_megabytes_is_read()
    {
        await using var rekognition = await WithCollectionAsync();

        var answer = await rekognition.IndexAsync("people", "0 " + new string('x', 4 * 1024 * 1024), "large");

        Assert.Single(FaceIds(answer));
    }

    [Fact(Timeout = 30_000)]
    public async Task Nobody_in_the_picture_is_no_error()
    {
        await using var rekognition = await WithCollectionAsync();

        var answer = await rekognition.IndexAsync("people", "", "nobody");

        Assert.Equal("""{"FaceRecords":[],"UnindexedFaces":[],"FaceModelVersion":"scripted-1"}""", answer.GetRawText());
    }

    [Fact(Timeout = 30_000)]
    public async Task Faces_are_deleted_and_what_is_not_there_is_said()
    {
        await using var rekognition = await WithCollectionAsync();
        var id = FaceIds(await rekognition.IndexAsync("people", "0", "anna")).Single();

        var answer = await rekognition.CallAsync(
            "DeleteFaces", $$"""{"CollectionId":"people","FaceIds":["{{id}}","x"]}""");

        Assert.Equal(
            $$"""{"DeletedFaces":["{{id}}"]""" +
            $$""","UnsuccessfulFaceDeletions":[{"FaceId":"x","Reasons":["FACE_NOT_FOUND"]}]}""",
            answer.GetRawText());
        Assert.Empty(await rekognition.NumbersAsync("SELECT number FROM rekognition_faces"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Embeddings_go_with_their_collection()
    {
        await using var rekognition = await WithCollectionAsync();
        await rekognition.IndexAsync("people", "0\n90", "both");

        await rekognition.CallAsync("DeleteCollection", """{"CollectionId":"people"}""");

        Assert.Empty(await rekognition.NumbersAsync("SELECT number FROM rekognition_faces"));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("CreateCollection", """{"CollectionId":"people"}""", "ResourceAlreadyExistsException")]
    [InlineData("CreateCollection", """{"CollectionId":"a b"}""", "ValidationException")]
    [InlineData("CreateCollection", """{"CollectionId":"other","Tags":{"a":"b"}}""", "InvalidParameterException")]
    [InlineData("CreateCollection", """{"CollectionId":"other","Tags":["a"]}""", "SerializationException")]
    [InlineData("DeleteCollection", """{"CollectionId":"nobody"}""", "ResourceNotFoundException")]
    [InlineData("ListFaces", """{"CollectionId":"nobody"}""", "ResourceNotFoundException")]
    [InlineData("ListFaces", """{"CollectionId":"people","MaxResults":4097}""", "ValidationException")]
    [InlineData("ListFaces", """{"CollectionId":"people","NextToken":"x"}""", "InvalidPaginationTokenException")]
    [InlineData("DeleteFaces", """{"CollectionId":"nobody","FaceIds":["x"]}""", "ResourceNotFoundException")]
    [InlineData("DeleteFaces", """{"CollectionId":"people","FaceIds":[]}""", "ValidationException")]
    [InlineData("IndexFaces", """{"CollectionId":"nobody","Image":{"Bytes":"MA=="}}""", "ResourceNotFoundException")]
    [InlineData("IndexFaces", """{"CollectionId":"people","Image":{}}""", "InvalidParameterException")]
    [InlineData("IndexFaces", """{"CollectionId":"people"}""", "ValidationException")]
    [InlineData("IndexFaces", """{"CollectionId":"people","Image":{"Bytes":""}}""", "ImageTooLargeException")]
    [InlineData("IndexFaces", """{"CollectionId":"people","Image":{"Bytes":"bm8gcGljdHVyZQ=="}}""",
        "InvalidImageFormatException")]
    [InlineData("IndexFaces", """{"CollectionId":"people","Image":{"Bytes":"MA=="},"ExternalImageId":"ä"}""",
        "ValidationException")]
    [InlineData("IndexFaces", """{"CollectionId":"people","Image":{"Bytes":"MA=="},"QualityFilter":"HIGH"}""",
        "InvalidParameterException")]
    [InlineData("IndexFaces", """{"CollectionId":"people","Image":{"S3Object":{"Bucket":"videos","Name":"no.jpg"}}}""",
        "InvalidS3ObjectException")]
    [InlineData("SearchFacesByImage", """{"CollectionId":"people","Image":{"Bytes":"MA=="}}""",
        "InvalidParameterException")]
    public async Task What_the_service_refuses_is_refused_by_its_name(string operation, string body, string error)
    {
        await using var rekognition = await WithCollectionAsync();

        Assert.Equal(error, await rekognition.ErrorAsync(operation, body));
    }

    private static async Task<RekognitionHarness> WithCollectionAsync()
    {
        var rekognition = await RekognitionHarness.StartedAsync();
        await rekognition.CallAsync("CreateCollection", """{"CollectionId":"people"}""");
        return rekognition;
    }

    private static List<string> FaceIds(JsonElement answer) => [.. answer.GetProperty("FaceRecords").EnumerateArray()
        .Select(record => record.GetProperty("Face").GetProperty("FaceId").GetString()!)];

    private static async Task<List<JsonElement>> ReadAllAsync(
        RekognitionHarness rekognition, string operation, string members, Func<JsonElement, JsonElement> list)
    {
        var found = new List<JsonElement>();
        var token = "";
        do
        {
            var page = await rekognition.CallAsync(operation, $$"""{ {{members}} "MaxResults":2{{token}} }""");
            found.AddRange(list(page).EnumerateArray());
            token = page.TryGetProperty("NextToken", out var next) ? $",\"NextToken\":\"{next.GetString()}\"" : null;
        }
        while (token is not null);

        return found;
    }
}

/// <summary>Calls of operations that are answered at once.</summary>
internal static class CollectionCalls
{
    /// <summary>A call that is answered.</summary>
    public static async Task<JsonElement> CallAsync(this RekognitionHarness rekognition, string operation, string body)
    {
        var (status, answer, _) = await rekognition.PostAsync(operation, body);
        Assert.True(status == 200, answer.ToString());
        return answer;
    }

    /// <summary>A call that is refused.</summary>
    /// <returns>The error's name.</returns>
    public static async Task<string?> ErrorAsync(this RekognitionHarness rekognition, string operation, string body)
    {
        var (status, answer, _) = await rekognition.PostAsync(operation, body);
        Assert.Equal(400, status);
        return answer.GetProperty("__type").GetString();
    }

    /// <summary>Indexes a picture that <see cref="ScriptedIndexer"/> reads.</summary>
    public static Task<JsonElement> IndexAsync(
        this RekognitionHarness rekognition, string collection, string picture, string name, string members = "")
    {
        // With a byte order mark: an empty picture has bytes too.
        var bytes = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\uFEFF{picture}"));
        return rekognition.CallAsync("IndexFaces", $$"""
            {"CollectionId":"{{collection}}","Image":{"Bytes":"{{bytes}}"},"ExternalImageId":"{{name}}"{{members}}}
            """);
    }
}
