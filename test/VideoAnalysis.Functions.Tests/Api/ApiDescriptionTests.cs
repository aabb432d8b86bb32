using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Functions.Api;
using VideoAnalysis.Functions.Tests.Template;
using VideoAnalysis.Testing.Weather;

namespace VideoAnalysis.Functions.Tests.Api;

/// <summary>What openapi.yaml says of the analyses is what they are.</summary>
public sealed class ApiDescriptionTests
{
    private static readonly AnalysisRegistry Deployed = RekognitionAnalyses.Read(new(_ => null)).Analyses;

    [Fact]
    public async Task The_file_in_the_repository_is_what_the_registered_analyses_write()
    {
        var token = TestContext.Current.CancellationToken;
        var file = RepositoryFile.Path("openapi.yaml");
        var written = OpenApiDocument.Write(Deployed);
        if (written != await File.ReadAllTextAsync(file, token))
        {
            var right = Path.Combine(
                Directory.CreateDirectory(RepositoryFile.Path("artifacts")).FullName, "openapi.yaml");
            await File.WriteAllTextAsync(right, written, token);
            Assert.Fail("openapi.yaml is not what the analyses say of themselves. This is: artifacts/openapi.yaml. " +
                "Copy it over the other.");
        }
    }

    [Fact]
    public async Task An_analysis_that_is_registered_is_described()
    {
        var document = await ParseAsync(
            OpenApiDocument.Write(new(new FaceAnalysis(FaceAttributes.Default), new WeatherAnalysis())));

        var schemas = document["components"]!["schemas"]!;
        Assert.Equal(["faces", "weather"], schemas["AnalysisName"]!["enum"]!
            .AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal("#/components/schemas/WeatherAnalysis",
            schemas["VideoAnalyses"]!["properties"]!["weather"]!["$ref"]!.GetValue<string>());
        Assert.Equal("#/components/schemas/WeatherResult", schemas["VideoResult"]!["oneOf"]![1]!["$ref"]!
            .GetValue<string>());
        var result = schemas["WeatherResult"]!;
        Assert.Equal("weather", result["properties"]!["analysis"]!["const"]!.GetValue<string>());
        Assert.Equal("#/components/schemas/WeatherDetection", result["properties"]!["detections"]!["items"]!["$ref"]!
            .GetValue<string>());
        Assert.EndsWith("kind, wind.", result["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotNull(schemas["WeatherDetection"]!["properties"]!["wind"]);
        Assert.Equal("#/components/schemas/WeatherSummary",
            schemas["WeatherAnalysis"]!["properties"]!["summary"]!["$ref"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_an_analysis_says_of_its_json_is_what_the_json_is()
    {
        foreach (var analysis in Deployed.All)
        {
            var schemas = (await ParseAsync(OpenApiDocument.Write(Deployed)))["components"]!["schemas"]!.AsObject();
            foreach (var json in (JsonTypeInfo[])[analysis.DetectionJson, analysis.SummaryJson])
            {
                var real = json.GetJsonSchemaAsNode();
                if (analysis.IsInOrderOfTime)
                {
                    // What is seen at a single timestamp has no end.
                    real["properties"]!.AsObject().Remove("endTimestamp");
                }

                Compare(json.Type.Name, real, schemas[json.Type.Name]!, schemas);
            }
        }
    }

    private static void Compare(string where, JsonNode real, JsonNode described, JsonObject schemas)
    {
        while (described["$ref"] is { } reference)
        {
            described = schemas[reference.GetValue<string>().Split('/')[^1]]!;
        }

        // What may be null is absent in the API's JSON.
        var type = real["type"] is JsonArray types
            ? types.Select(each => each!.GetValue<string>()).Single(each => each != "null")
            : real["type"]!.GetValue<string>();
        Assert.True(type == described["type"]!
            .GetValue<string>(), $"{where} is {type}, and described as {described["type"]}.");
        if (type == "array")
        {
            Compare(where, real["items"]!, described["items"]!, schemas);
        }

        if (type == "object")
        {
            // A surplus is there only while a result is gathered.
            var members = real["properties"]!.AsObject().Where(member => member.Key != "surplus").ToList();
            Assert.Equal(
                members.Select(member => $"{where}.{member.Key}").Order(),
                described["properties"]!.AsObject().Select(member => $"{where}.{member.Key}").Order());
            var optional = members.Where(member => member.Value?["type"] is JsonArray).Select(member => member.Key);
            Assert.Empty(Names(real["required"]).Except(optional).Except(Names(described["required"])));
            foreach (var (name, member) in members)
            {
                Compare($"{where}.{name}", Whole(member!, real), described["properties"]![name]!, schemas);
            }
        }
    }

    private static IEnumerable<string> Names(JsonNode? required) =>
        required?.AsArray().Select(name => name!.GetValue<string>()) ?? [];

    /// <summary>A type that comes a second time refers to where it came first.</summary>
    private static JsonNode Whole(JsonNode member, JsonNode parent)
    {
        while (member["$ref"] is { } reference)
        {
            member = reference.GetValue<string>().Split('/').Skip(1)
                .Aggregate(parent.Root, (at, part) => at is JsonArray
                    ? at[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : at[part]!);
        }

        return member;
    }

    private static async Task<JsonObject> ParseAsync(string yaml)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, yaml, TestContext.Current.CancellationToken);
            return CloudFormationYaml.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
