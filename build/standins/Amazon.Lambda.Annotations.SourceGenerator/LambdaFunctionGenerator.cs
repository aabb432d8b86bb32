using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Makes the entry point of every [LambdaFunction] method.</summary>
[Generator]
public sealed class LambdaFunctionGenerator : IIncrementalGenerator
{
    // Lambda's limit is 128, and it loses the last character of a name that long.
    private const int LongestHandler = 127;

    private static readonly DiagnosticDescriptor SeveralStartups = Error(
        "AWSLambda0101", "Multiple LambdaStartup classes are not allowed in Lambda AWSProjectType");

    private static readonly DiagnosticDescriptor NoSerializer = Error(
        "AWSLambda0108", "Assembly attribute Amazon.Lambda.Core.LambdaSerializerAttribute is missing");

    private static readonly DiagnosticDescriptor HandlerTooLong = Error(
        "AWSLambda0118", "The handler string '{0}' exceeds the maximum length of 127 characters");

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var functions = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Amazon.Lambda.Annotations.LambdaFunctionAttribute",
            static (node, _) => node is MethodDeclarationSyntax,
            static (found, _) => LambdaFunction.From((IMethodSymbol)found.TargetSymbol));
        var startups = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Amazon.Lambda.Annotations.LambdaStartupAttribute",
            static (node, _) => node is ClassDeclarationSyntax,
            static (found, _) => ConfigurationOf((INamedTypeSymbol)found.TargetSymbol)).Collect();
        context.RegisterSourceOutput(
            functions.Combine(startups), static (output, pair) => Write(output, pair.Left, pair.Right));
    }

    private static void Write(SourceProductionContext output, LambdaFunction function, ImmutableArray<string> startups)
    {
        if (startups.Length > 1)
        {
            output.ReportDiagnostic(Diagnostic.Create(SeveralStartups, Location.None));
        }

        if (function.Serializer is null)
        {
            output.ReportDiagnostic(Diagnostic.Create(NoSerializer, Location.None));
            return;
        }

        if (function.Handler.Length > LongestHandler)
        {
            output.ReportDiagnostic(Diagnostic.Create(HandlerTooLong, Location.None, function.Handler));
            return;
        }

        output.AddSource($"{function.GeneratedType}.g.cs", EntryPoint.Of(function, startups.FirstOrDefault()));
    }

    /// <returns>
    /// The class's name, or null where it configures nothing: the functions are then made without services.
    /// </returns>
    private static string ConfigurationOf(INamedTypeSymbol startup) =>
        startup.GetMembers("ConfigureServices").OfType<IMethodSymbol>().Any(method =>
            method.Parameters.Length == 1
            && method.Parameters[0].Type.ToDisplayString()
                == "Microsoft.Extensions.DependencyInjection.IServiceCollection")
            ? startup.ToDisplayString()
            : null;

    private static DiagnosticDescriptor Error(string id, string message) =>
        new(id, message, message, "AWSLambdaCSharpGenerator", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
