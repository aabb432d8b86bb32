using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VideoAnalysis.Analyses;
using VideoAnalysis.Announcing;
using VideoAnalysis.Functions.Announcing;
using VideoAnalysis.Functions.Api;
using VideoAnalysis.Functions.Tests.Template;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Samples;

namespace VideoAnalysis.Functions.Tests.Announcing;

/// <summary>What other systems are told, and what is written of it for them.</summary>
public sealed class AnnouncementDocumentTests
{
    private const string Definitions = "#/$defs/";
    private const string Components = "#/components/schemas/";

    private static readonly AnalysisRegistry Deployed = RekognitionAnalyses.Read(new(_ => null)).Analyses;

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_schema_in_the_repository_is_that_of_the_description_of_the_api()
    {
        Compare("announcement.schema.json", SchemaOf("Announcement"));
    }

    [Fact]
    public void A_document_has_the_members_that_the_schema_lists_and_those_that_it_requires()
    {
        var schema = SchemaOf("Announcement");
        var all = Document(Succeeded("faces") with { Reason = "No.", Warning = "Half of it.", ExpiresAt = Some.Noon });
        var least = Document(new AnalysisJob
        {
            Upload = Some.Upload() with { ETag = null, Size = null },
            Analysis = "faces",
            Token = Succeeded("faces").Token,
            Status = JobStatus.Deleted,
            CreatedAt = Some.Noon,
            CompletedAt = Some.Noon,
        });

        Assert.Equal(schema["properties"]!.AsObject().Select(member => member.Key).Order(),
            all.Select(member => member.Key).Order());
        Assert.Equal(schema["required"]!.AsArray().Select(name => (string?)name).Order(),
            least.Select(member => member.Key).Order());
        Assert.Equal((string?)schema["properties"]!["version"]!["const"], (string?)all["version"]);
        Assert.Matches((string)schema["properties"]!["id"]!["pattern"]!, (string?)all["id"]);
        Assert.Contains((string?)least["status"], schema["properties"]!["status"]!["enum"]!
            .AsArray().Select(value => (string?)value));
    }

    [Fact]
    public void The_summary_of_every_analysis_is_one_of_those_in_the_schema()
    {
        var references = SchemaOf("Announcement")["$defs"]!["AnalysisSummary"]!["anyOf"]!.AsArray()
            .Select(each => (string)each!["$ref"]!);

        Assert.Equal(Deployed.All.Select(analysis => Definitions + analysis.SummaryJson.Type.Name), references);
    }

    [Fact]
    public void The_sample_event_is_what_is_announced()
    {
        var pipe = Stack.Current["AnnouncementsPipe"]["TargetParameters", "EventBridgeEventBusParameters"]!;
        var detail = Document(Succeeded("faces"));

        Assert.Equal("$.body.completedAt", (string?)pipe["Time"]);
        Compare("announcement.example.json", new JsonObject
        {
            ["version"] = "0",
            ["id"] = "6a7e8feb-b491-4cf7-a9f1-bf3703467718",
            ["detail-type"] = (string?)pipe["DetailType"],
            ["source"] = (string?)pipe["Source"],
            ["account"] = "123456789012",
            ["time"] = (string?)detail["completedAt"],
            ["region"] = "eu-west-1",
            ["resources"] = new JsonArray(),
            ["detail"] = detail,
        });
    }

    [Theory]
    [InlineData("film.mp4", "https://api.example/results/-?video=film.mp4&analysis=faces")]
    [InlineData("a/b c?#%ä.mp4", "https://api.example/results/-?video=a%2Fb%20c%3F%23%25%C3%A4.mp4&analysis=faces")]
    public void The_address_fits_every_key(string key, string address) => Assert.Equal(
        address, (string?)Document(Succeeded("faces") with { Upload = Some.Upload(key) })["results"]);

    private static void Compare(string name, JsonObject right)
    {
        var written = right.ToJsonString(Readable) + "\n";
        if (written != File.ReadAllText(RepositoryFile.Path("docs", name)))
        {
            var file = Path.Combine(Directory.CreateDirectory(RepositoryFile.Path("artifacts")).FullName, name);
            File.WriteAllText(file, written);
            Assert.Fail($"docs/{name} is not what the code says. This is: artifacts/{name}. Copy it over the other.");
        }
    }

    private static JsonObject Document(AnalysisJob job) => JsonNode.Parse(
        new AnnouncementJson(Deployed, new("https://api.example/")).Write(new Announcement(job)).Span)!.AsObject();

    private static AnalysisJob Succeeded(string name)
    {
        var sample = AnalysisSamples.Find(name);
        var upload = Some.Upload() with { VersionId = "3sL4kqtJlcpXroDTDmJ" };
        return new()
        {
            Upload = upload,
            Analysis = name,
            Token = ClientRequestToken.For(upload, sample.Analysis),
            Status = JobStatus.Succeeded,
            JobId = "a0f1",
            Metadata = new() { Codec = "h264", DurationMillis = 5_000, Format = "QuickTime / MOV", FrameRate = 25,
                FrameWidth = 1280, FrameHeight = 720 },
            Summary = sample.Detections(2).Aggregate(sample.Analysis.EmptySummary, sample.Analysis.Add),
            CreatedAt = Some.Noon,
            StartedAt = Some.Noon,
            CompletedAt = Some.Noon.AddMinutes(1),
        };
    }

    /// <summary>A schema of the description of the API, with all that it refers to.</summary>
    private static JsonObject SchemaOf(string name)
    {
        var file = Path.GetTempFileName();
        JsonObject schemas;
        try
        {
            File.WriteAllText(file, OpenApiDocument.Write(Deployed));
            schemas = CloudFormationYaml.Read(file)["components"]!["schemas"]!.AsObject();
        }
        finally
        {
            File.Delete(file);
        }

        var definitions = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        Collect(schemas[name]!);
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = name };
        foreach (var (member, value) in Rebase(schemas[name]!).AsObject())
        {
            schema[member] = value!.DeepClone();
        }

        schema["$defs"] =
            new JsonObject(definitions.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Rebase(pair.Value))));
        return schema;

        void Collect(JsonNode node)
        {
            if (node is JsonObject { } members && (string?)members["$ref"] is { } reference
                && definitions.TryAdd(reference[Components.Length..], schemas[reference[Components.Length..]]!))
            {
                Collect(schemas[reference[Components.Length..]]!);
            }

            foreach (var child in node is JsonObject parent ? parent.Select(pair => pair.Value)
                : node as JsonArray ?? [])
            {
                Collect(child!);
            }
        }
    }

    private static JsonNode Rebase(JsonNode schema) =>
        JsonNode.Parse(schema.ToJsonString().Replace(Components, Definitions, StringComparison.Ordinal))!;
}
