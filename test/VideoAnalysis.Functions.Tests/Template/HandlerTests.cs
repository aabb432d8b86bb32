using System.Reflection;
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
            .Select(method =>
                $"{Assembly.GetName().Name}::{method.DeclaringType}_{method.Name}_Generated::{method.Name}");

        Assert.Equal(inCode.Order(), Stack.Functions.Select(HandlerOf).Order());
    }

    private static string HandlerOf(Resource function) => function["Handler"]!.GetValue<string>();
}
