using System.Reflection;
using System.Text.Json;
using Amazon.Lambda.Annotations;

namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>The template's handlers are the entry points that were generated, no more and no fewer.</summary>
public sealed class HandlerTests
{
    private static readonly Stack Stack = Stack.Current;
    private static readonly Assembly Assembly = typeof(Startup).Assembly;

    public static TheoryData<string> Functions => [.. Stack.Functions.Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Lambda_finds_the_handler(string name)
    {
        var parts = HandlerOf(Stack[name]).Split("::");

        Assert.Equal(Assembly.GetName().Name, parts[0]);
        var type = Assembly.GetType(parts[1]);
        Assert.NotNull(type?.GetConstructor([]));
        Assert.NotNull(type.GetMethod(parts[2]));
    }

    [Fact]
    public void Every_function_in_the_code_is_in_the_template()
    {
        var inCode = Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<LambdaFunctionAttribute>() is not null)
            .Select(method => $"{Assembly.GetName().Name}::{method.DeclaringType}_{method.Name}_Generated::{method.Name}");

        Assert.Equal(inCode.Order(), Stack.Functions.Select(HandlerOf).Order());
    }

    /// <summary>
    /// Amazon.Lambda.Annotations writes a template of its own while it generates. The stand-in for it does not, so the
    /// comparison is left out where the file is not.
    /// </summary>
    [Fact]
    public void The_template_that_the_generator_writes_has_the_same_handlers_and_the_same_code()
    {
        var file = RepositoryFile.Path("src", "VideoAnalysis.Functions", "obj", "annotations.template");
        Assert.SkipUnless(File.Exists(file), "Left out: this build had no Amazon.Lambda.Annotations to write annotations.template.");

        using var generated = JsonDocument.Parse(File.ReadAllText(file));
        var functions = generated.RootElement.GetProperty("Resources").EnumerateObject()
            .Select(resource => resource.Value)
            .Where(resource => resource.GetProperty("Type").GetString() == "AWS::Serverless::Function")
            .Select(resource => resource.GetProperty("Properties"))
            .ToList();

        Assert.Equal(functions.Select(f => f.GetProperty("Handler").GetString()).Order(), Stack.Functions.Select(HandlerOf).Order());
        Assert.All(functions, function => Assert.Equal(
            Path.GetFullPath(RepositoryFile.Path(Stack.FunctionDefaults["CodeUri"]!.GetValue<string>())),
            Path.GetFullPath(Path.Combine(file, "..", function.GetProperty("CodeUri").GetString()!)).TrimEnd('/')));
    }

    private static string HandlerOf(Resource function) => function["Handler"]!.GetValue<string>();
}
