using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>A [LambdaFunction] method, in text only, so that the compiler can tell whether it changed.</summary>
internal sealed record LambdaFunction(
    string Assembly,
    string Namespace,
    string Type,
    string Method,
    string ReturnType,
    bool IsAwaited,
    bool ReturnsValue,
    string Signature,
    string Parameters,
    string Arguments,
    string Services,
    string Serializer)
{
    private const string ContextType = "Amazon.Lambda.Core.ILambdaContext";

    public string GeneratedType => $"{Type}_{Method}_Generated";

    /// <summary>What the function's Handler in the template must be.</summary>
    public string Handler => $"{Assembly}::{Namespace}.{GeneratedType}::{Method}";

    public static LambdaFunction From(IMethodSymbol method)
    {
        var returnType = method.ReturnType.ToDisplayString();
        var isTask = returnType == "System.Threading.Tasks.Task";
        var isTaskOfValue = returnType.StartsWith("System.Threading.Tasks.Task<");
        var fromEvent = method.Parameters.Where(parameter => !IsService(parameter)).ToArray();
        return new LambdaFunction(
            method.ContainingAssembly.Name,
            method.ContainingNamespace.ToDisplayString(),
            method.ContainingType.Name,
            method.Name,
            returnType,
            IsAwaited: isTask || isTaskOfValue,
            ReturnsValue: !isTask && !method.ReturnsVoid,
            // As the package writes it: with a [FromServices] parameter in it, the documentation's reference is broken.
            Signature: method.Parameters.Length == 0
                ? method.Name
                : $"{method.Name}({string.Join(", ", method.Parameters.Select(TypeOf))})",
            // A function without parameters is still handed the event.
            Parameters: fromEvent.Length == 0
                ? "System.IO.Stream stream"
                : string.Join(
                    ", ", fromEvent.Select(parameter => $"{TypeOf(parameter)} {NameOf(parameter)}")),
            Arguments: string.Join(", ", method.Parameters.Select(NameOf)),
            Services: string.Join("\n", method.Parameters.Where(IsService).Select(parameter =>
                $"var {parameter.Name} = scope.ServiceProvider.GetRequiredService<{TypeOf(parameter)}>();")),
            SerializerOf(method) ?? SerializerOf(method.ContainingAssembly));
    }

    private static string TypeOf(IParameterSymbol parameter) => parameter.Type.ToDisplayString();

    private static bool IsService(IParameterSymbol parameter) => parameter.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.ToDisplayString() == "Amazon.Lambda.Annotations.FromServicesAttribute");

    private static string NameOf(IParameterSymbol parameter) =>
        IsService(parameter) ? parameter.Name
        : parameter.Type.ToDisplayString() == ContextType ? "__context__"
        : $"__{parameter.Name}__";

    private static string SerializerOf(ISymbol symbol) => symbol.GetAttributes()
        .Where(attribute =>
            attribute.AttributeClass?.ToDisplayString() == "Amazon.Lambda.Core.LambdaSerializerAttribute")
        .Select(attribute => attribute.ConstructorArguments[0].Value?.ToString())
        .FirstOrDefault();
}
