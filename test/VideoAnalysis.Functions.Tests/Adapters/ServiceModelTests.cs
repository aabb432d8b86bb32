using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using Amazon.Rekognition;
using Amazon.Rekognition.Model;
using Amazon.Runtime;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Functions.Tests.Adapters;

/// <summary>
/// The types that stand for Rekognition's shapes, member by member, against the service model that the AWS SDK for
/// Python has. Left out, and said to be, where that is not installed.
/// </summary>
[Slow]
public sealed class ServiceModelTests
{
    private const string Script = """
        import json, sys
        try:
            from botocore.loaders import Loader
        except ImportError:
            sys.exit(77)
        print(json.dumps(Loader().load_service_model("rekognition", "service-2")))
        """;

    private static readonly Assembly Sdk = typeof(AmazonRekognitionClient).Assembly;

    [Fact(Timeout = 60_000)]
    public async Task Every_type_has_the_members_of_its_shape()
    {
        var model = await ReadAsync();
        var types = Sdk.GetExportedTypes()
            .Where(type => type.Namespace == typeof(Label).Namespace
                && model["shapes"]![type.Name] is not null && !typeof(Exception).IsAssignableFrom(type))
            .ToList();

        Assert.True(types.Count > 60, $"There are {types.Count} types.");
        Assert.All(types, type => Assert.All(
            type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly),
            property =>
            {
                var shape = model["shapes"]![type.Name]!["members"]![property.Name]?["shape"]!.GetValue<string>();
                Assert.True(shape is not null, $"{type.Name} has no member {property.Name}.");
                Assert.Equal(TypeOf(shape, model), NameOf(property.PropertyType));
            }));
    }

    [Fact(Timeout = 60_000)]
    public async Task Every_constant_has_the_values_of_its_shape()
    {
        var model = await ReadAsync();
        var constants = Sdk.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(ConstantClass))).ToList();

        Assert.NotEmpty(constants);
        Assert.All(constants, type => Assert.Equal(
            model["shapes"]![type.Name]!["enum"]!.AsArray().Select(value => value!.GetValue<string>()).Order(),
            type.GetFields(BindingFlags.Public
                | BindingFlags.Static).Select(field => ((ConstantClass)field.GetValue(null)!).Value).Order()));
    }

    [Fact(Timeout = 60_000)]
    public async Task Every_call_has_the_shapes_of_its_operation()
    {
        var model = await ReadAsync();
        var calls = typeof(IAmazonRekognition).GetMethods()
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal) && method.GetParameters() is [
                var first, _] && first.ParameterType.Name.EndsWith("Request", StringComparison.Ordinal))
            .ToList();

        Assert.True(calls.Count >= 15, $"There are {calls.Count} calls.");
        Assert.All(calls, call =>
        {
            var operation = model["operations"]![call.Name[..^"Async".Length]]!;
            Assert.Equal(operation["input"]!["shape"]!.GetValue<string>(), call.GetParameters()[0].ParameterType.Name);
            Assert.Equal(operation["output"]!["shape"]!
                .GetValue<string>(), call.ReturnType.GenericTypeArguments[0].Name);
        });
    }

    /// <summary>The name of the .NET type of a shape: what may be absent is nullable.</summary>
    private static string TypeOf(string name, JsonNode model)
    {
        var shape = model["shapes"]![name]!;
        return shape["type"]!.GetValue<string>() switch
        {
            "structure" => name,
            "string" when shape["enum"] is not null => name,
            "string" => "String",
            "float" => "Single?",
            "long" => "Int64?",
            "integer" => "Int32?",
            "boolean" => "Boolean?",
            "timestamp" => "DateTime?",
            "blob" => "MemoryStream",
            "list" => $"List<{ElementOf(shape, model)}>",
            var other => throw new NotSupportedException(other),
        };
    }

    private static string ElementOf(JsonNode shape, JsonNode model)
    {
        var element = TypeOf(shape["member"]!["shape"]!.GetValue<string>(), model);
        return model["shapes"]![element]?["enum"] is null ? element : "String";
    }

    private static string NameOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? $"{value.Name}?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{NameOf(type.GenericTypeArguments[0])}>"
        : type.Name;

    private static async Task<JsonNode> ReadAsync()
    {
        try
        {
            using var python =
                Process.Start(new ProcessStartInfo("python3", ["-c", Script]) { RedirectStandardOutput = true })!;
            var output = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await python.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.SkipWhen(python.ExitCode == 77, "Left out: botocore is not installed.");
            Assert.Equal(0, python.ExitCode);
            return JsonNode.Parse(output)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("Left out: python3 is not installed.");
            throw;
        }
    }
}
