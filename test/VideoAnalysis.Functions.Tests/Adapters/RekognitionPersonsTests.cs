using System.Net;
using System.Text.Json.Nodes;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Functions.Rekognition.Persons;

namespace VideoAnalysis.Functions.Tests.Adapters;

/// <summary>Known persons in a collection of Rekognition: what is sent, and what its answers mean.</summary>
public sealed class RekognitionPersonsTests
{
    private static readonly PersonName Zoe = PersonName.TryParse("Zoë Kim")!;

    [Fact]
    public async Task The_largest_face_of_a_picture_is_indexed_under_the_name()
    {
        var service = Indexing("EXCEEDS_MAX_FACES", 0.1f);

        var face = await AddAsync(service);

        Assert.Equal(new("Zoë Kim", "f1", 99.5f, new(0.25f, 0.25f, 0.25f, 0.5f)), face);
        var (operation, body) = Assert.Single(service.Requests);
        Assert.Equal("IndexFaces", operation);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"CollectionId":"people","ExternalImageId":"Zo_C3_AB_20Kim","Image":{"Bytes":"AQID"}""" +
                ""","MaxFaces":1,"QualityFilter":"AUTO"}"""), body), $"{body}");
    }

    [Theory]
    [InlineData("""{}""", "There is no face in the picture.")]
    [InlineData(
        """{"FaceRecords":[],"UnindexedFaces":[{"Reasons":["LOW_SHARPNESS","EXTREME_POSE"],"FaceDetail":{}}]}""",
        "(LOW_SHARPNESS, EXTREME_POSE)")]
    public async Task A_picture_without_a_good_face_is_refused(string answer, string why)
    {
        var refused = await Assert.ThrowsAsync<UnusablePictureException>(
            () => AddAsync(new(HttpStatusCode.OK, answer)));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_smaller_face_is_not_taken_for_a_larger_one_that_is_too_bad()
    {
        var service = Indexing("LOW_SHARPNESS", 0.5f);

        await Assert.ThrowsAsync<UnusablePictureException>(() => AddAsync(service));

        Assert.Equal(["IndexFaces", "DeleteFaces"], service.Requests.Select(request => request.Operation));
        Assert.Equal("f1", (string?)service.Requests[1].Body["FaceIds"]![0]);
    }

    [Theory]
    [InlineData("InvalidImageFormatException")]
    [InlineData("ImageTooLargeException")]
    [InlineData("InvalidParameterException")]
    public async Task A_picture_that_the_service_cannot_read_is_refused(string code)
    {
        var refused = await Assert.ThrowsAsync<UnusablePictureException>(
            () => AddAsync(CannedRekognition.Failing(code)));

        Assert.StartsWith(
            $"{code}: As the service says. Send a JPEG or PNG", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_is_listed_by_name_page_after_page()
    {
        var service = new PagedFaces(
            [("a", "Zo_C3_AB_20Kim"), ("b", null), ("c", "anna_maria")], [("d", "Zo_C3_AB_20Kim")]);

        var persons = await Register(service).ListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([new("Zoë Kim", 2), new KnownPerson("anna_maria", 1)], persons);
    }

    [Fact]
    public async Task A_person_is_forgotten_with_every_face()
    {
        var service = new PagedFaces([("a", "Zo_C3_AB_20Kim"), ("b", "Zo")], [("d", "Zo_C3_AB_20Kim")]);
        var register = Register(service);

        var forgotten = await register.ForgetAsync(Zoe, TestContext.Current.CancellationToken);

        Assert.Equal(2, forgotten);
        Assert.Equal(["a", "d"], service.Deleted);
    }

    [Fact]
    public async Task A_face_that_belongs_to_a_user_is_not_said_to_be_forgotten()
    {
        var service = new PagedFaces([("a", "Zo_C3_AB_20Kim")]) { UserOfAll = "u1" };
        var register = Register(service);

        var refused = await Assert.ThrowsAsync<FaceInUseException>(
            () => register.ForgetAsync(Zoe, TestContext.Current.CancellationToken));

        Assert.Contains("\"u1\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_collection_is_told()
    {
        var register = Register(CannedRekognition.Failing("ResourceNotFoundException"));
        var none = new RekognitionPersons(
            CannedRekognition.Failing("x").CreateClient(RekognitionClients.ForPersons()), null);

        var missing = await Assert.ThrowsAsync<NoCollectionException>(
            () => register.ListAsync(TestContext.Current.CancellationToken));
        var unnamed = await Assert.ThrowsAsync<NoCollectionException>(
            () => none.ListAsync(TestContext.Current.CancellationToken));

        Assert.Contains("\"people\"", missing.Message, StringComparison.Ordinal);
        Assert.Contains("CollectionId", unnamed.Message, StringComparison.Ordinal);
    }

    private static Task<EnrolledFace> AddAsync(CannedRekognition service) =>
        Register(service).AddFaceAsync(Zoe, new byte[] { 1, 2, 3 }, TestContext.Current.CancellationToken);

    private static RekognitionPersons Register(CannedRekognition service) =>
        new(service.CreateClient(RekognitionClients.ForPersons()), "people");

    /// <summary>Indexes a face, and says of another one, a square, why it was left out.</summary>
    private static CannedRekognition Indexing(string reason, float side) => new(HttpStatusCode.OK, $$"""
        {
          "FaceRecords": [
            {
              "Face": {
                "FaceId": "f1",
                "Confidence": 99.5,
                "BoundingBox": { "Left": 0.25, "Top": 0.25, "Width": 0.25, "Height": 0.5 }
              },
              "FaceDetail": { "BoundingBox": { "Width": 0.25, "Height": 0.5 } }
            }
          ],
          "UnindexedFaces": [
            { "Reasons": ["{{reason}}"], "FaceDetail": { "BoundingBox": { "Width": {{side}}, "Height": {{side}} } } }
          ]
        }
        """);

    /// <summary>Answers <c>ListFaces</c> with a few pages, and <c>DeleteFaces</c>.</summary>
    private sealed class PagedFaces(params (string Id, string? ExternalId)[][] pages)
        : CannedRekognition(HttpStatusCode.OK, "{}")
    {
        /// <summary>The user that every face belongs to.</summary>
        public string? UserOfAll { get; init; }

        public List<string> Deleted { get; } = [];

        protected override string AnswerTo(string operation, JsonNode body)
        {
            if (operation == "DeleteFaces")
            {
                var faces = body["FaceIds"]!.AsArray().Select(id => id!.GetValue<string>()).ToList();
                Deleted.AddRange(faces);
                return UserOfAll is null ? "{}" : new JsonObject
                {
                    ["UnsuccessfulFaceDeletions"] = new JsonArray(new JsonObject
                    {
                        ["FaceId"] = faces[0],
                        ["UserId"] = UserOfAll,
                        ["Reasons"] = new JsonArray("ASSOCIATED_TO_AN_EXISTING_USER"),
                    }),
                }.ToJsonString();
            }

            var page = body["NextToken"] is { } token
                ? int.Parse(token.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture) : 0;
            var list = pages[page].Select(
                face => (JsonNode)new JsonObject { ["FaceId"] = face.Id, ["ExternalImageId"] = face.ExternalId });
            return new JsonObject
            {
                ["Faces"] = new JsonArray([.. list]),
                ["NextToken"] = page + 1 < pages.Length ? $"{page + 1}" : null,
            }.ToJsonString();
        }
    }
}
