using Amazon.Rekognition.Model;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Tests.Rekognition.Collections;
using BoundingBox = VideoAnalysis.Videos.BoundingBox;
using FaceDetection = VideoAnalysis.Analyses.Faces.FaceDetection;

namespace VideoAnalysis.LocalAws.Tests.Rekognition.Persons;

public sealed class FaceSearchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task Persons_come_with_the_faces_that_they_are_like_and_strangers_without()
    {
        await using var rekognition = await StartedAsync((0, [0, 90]), (500, [10, 90]));
        await rekognition.IndexAsync("people", "5", "anna");
        await rekognition.IndexAsync("people", "25", "anna-2");

        var response = await RunAsync(rekognition);

        Assert.Equal([0, 0, 500, 500], response.Persons.Select(person => person.Timestamp));
        Assert.Equal([0, 1, 0, 1], response.Persons.Select(person => person.Person.Index));
        Assert.Equal(["anna", "anna-2"], response.Persons[0].FaceMatches.Select(match => match.Face.ExternalImageId));
        Assert.Empty(response.Persons[1].FaceMatches);
        Assert.True(response.Persons[0].FaceMatches[0].Similarity > response.Persons[0].FaceMatches[1].Similarity);
        Assert.Equal("scripted-1", response.Persons[0].FaceMatches[0].Face.IndexFacesModelVersion);
        Assert.Equal(0.25f, response.Persons[0].Person.Face.BoundingBox.Top);
        Assert.Equal([new PersonRequest()], rekognition.Engine.Passes.Single());
    }

    [Fact(Timeout = 30_000)]
    public async Task The_threshold_is_80_unless_another_one_is_wanted()
    {
        // Similarities of 82 and 77.
        await using var rekognition = await StartedAsync((0, [35, 40]));
        await rekognition.IndexAsync("people", "0", "anna");

        var usual = await RunAsync(rekognition);
        var strict = await RunAsync(rekognition, ""","FaceMatchThreshold":90""");
        var loose = await RunAsync(rekognition, ""","FaceMatchThreshold":0""");

        Assert.Equal([1, 0], usual.Persons.Select(person => person.FaceMatches.Count));
        Assert.Equal([0, 0], strict.Persons.Select(person => person.FaceMatches.Count));
        Assert.Equal([1, 1], loose.Persons.Select(person => person.FaceMatches.Count));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_deleted_face_is_never_matched_again()
    {
        await using var rekognition = await StartedAsync((0, [0]));
        var indexed = await rekognition.IndexAsync("people", "0", "anna");
        Assert.Single((await RunAsync(rekognition)).Persons[0].FaceMatches);
        var id = indexed.GetProperty("FaceRecords")[0].GetProperty("Face").GetProperty("FaceId").GetString();

        await rekognition.CallAsync("DeleteFaces", $$"""{"CollectionId":"people","FaceIds":["{{id}}"]}""");

        Assert.Empty((await RunAsync(rekognition)).Persons[0].FaceMatches);
    }

    [Fact(Timeout = 30_000)]
    public async Task Who_comes_back_has_the_same_index_and_two_at_one_time_have_two()
    {
        await using var rekognition = await StartedAsync((0, [0]), (500, [0, 1]), (1000, [90]), (1500, [-1]));

        var response = await RunAsync(rekognition);

        Assert.Equal([0, 0, 1, 2, 0], response.Persons.Select(person => person.Person.Index));
    }

    [Fact(Timeout = 30_000)]
    public async Task Sorted_by_index_each_person_comes_in_the_order_of_time()
    {
        await using var rekognition = await StartedAsync((0, [0, 90]), (500, [90, 0]));
        var jobId = (await RunAsync(rekognition)).JobId;

        var (_, page, _) = await rekognition.PostAsync("GetFaceSearch", $$"""{"JobId":"{{jobId}}","SortBy":"INDEX"}""");

        Assert.Equal(
            ["0 0", "0 500", "1 0", "1 500"],
            page.GetProperty("Persons").EnumerateArray().Select(person =>
                $"{person.GetProperty("Person").GetProperty("Index")} {person.GetProperty("Timestamp")}"));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_missing_collection_is_said_at_the_start()
    {
        await using var rekognition = await StartedAsync();

        var (status, error, _) = await rekognition.PostAsync("StartFaceSearch", Body("nobody", ""));

        Assert.Equal((400, "ResourceNotFoundException"), (status, error.GetProperty("__type").GetString()));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("StartFaceSearch", """{"Video":{"S3Object":{"Bucket":"videos","Name":"film.mp4"}}}""",
        "'collectionId'")]
    [InlineData("StartFaceSearch", """{"CollectionId":"people","FaceMatchThreshold":101}""", "'faceMatchThreshold'")]
    [InlineData("GetFaceSearch", """{"JobId":"a","SortBy":"NAME"}""",
        "Member must satisfy enum value set: [INDEX, TIMESTAMP]")]
    public async Task What_the_service_model_forbids_is_refused(string operation, string body, string named)
    {
        await using var rekognition = await StartedAsync();

        var (status, error, _) = await rekognition.PostAsync(operation, body);

        Assert.Equal((400, "ValidationException"), (status, error.GetProperty("__type").GetString()));
        Assert.Contains(named, error.GetProperty("Message").GetString(), StringComparison.Ordinal);
    }

    private static async Task<RekognitionHarness> StartedAsync(params (long Timestamp, double[] Directions)[] faces)
    {
        var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Engine.Analyses = ["persons"];
        rekognition.Engine.Others = (_, timestamp) => [.. faces.Where(at => at.Timestamp == timestamp)
            .SelectMany(at => at.Directions)
            .Select(direction =>
                new EngineFinding("persons", Face(timestamp, direction), ScriptedIndexer.Facing(direction)))];
        await rekognition.CallAsync("CreateCollection", """{"CollectionId":"people"}""");
        return rekognition;
    }

    private static async Task<GetFaceSearchResponse> RunAsync(RekognitionHarness rekognition, string members = "")
    {
        var started = await rekognition.CallAsync("StartFaceSearch", Body("people", members));
        await rekognition.NextCompletionAsync();
        return await rekognition.Client.GetFaceSearchAsync(
            new GetFaceSearchRequest { JobId = started.GetProperty("JobId").GetString() }, Token);
    }

    private static string Body(string collection, string members) => $$"""
        {
            "CollectionId": "{{collection}}",
            "Video": { "S3Object": { "Bucket": "videos", "Name": "film.mp4" } },
            "NotificationChannel": { "SNSTopicArn": "{{RekognitionHarness.Topic}}",
              "RoleArn": "arn:aws:iam::000000000000:role/rekognition" }
            {{members}}
        }
        """;

    private static FaceDetection Face(long timestamp, double direction) => new()
    {
        Timestamp = timestamp,
        Confidence = 99,
        BoundingBox = new BoundingBox((float)direction / 100, 0.25f, 0.2f, 0.3f),
    };
}
