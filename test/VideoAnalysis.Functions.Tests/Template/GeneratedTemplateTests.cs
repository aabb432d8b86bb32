using System.Text.Json;

namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>
/// Amazon.Lambda.Annotations writes a template of its own while it generates. Its stand-in writes none, so where that
/// is used the project file leaves this one out.
/// </summary>
public sealed class GeneratedTemplateTests
{
    [Fact]
    public void Has_the_same_handlers_and_the_same_code_as_the_written_one()
    {
        var file = RepositoryFile.Path("src", "VideoAnalysis.Functions", "obj", "annotations.template");
        using var generated = JsonDocument.Parse(File.ReadAllText(file));
        var functions = generated.RootElement.GetProperty("Resources").EnumerateObject()
            .Select(resource => resource.Value)
            .Where(resource => resource.GetProperty("Type").GetString() == "AWS::Serverless::Function")
            .Select(resource => resource.GetProperty("Properties"))
            .ToList();

        Assert.Equal(
            functions.Select(function => function.GetProperty("Handler").GetString()).Order(),
            Stack.Current.Functions.Select(function => function["Handler"]!.GetValue<string>()).Order());
        Assert.All(functions, function => Assert.Equal(
            Path.GetFullPath(RepositoryFile.Path(Stack.Current.FunctionDefaults["CodeUri"]!.GetValue<string>())),
            Path.GetFullPath(Path.Combine(file, "..", function.GetProperty("CodeUri").GetString()!)).TrimEnd('/')));
    }
}
