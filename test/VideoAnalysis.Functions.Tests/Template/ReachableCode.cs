using Amazon.DynamoDBv2.Model;
using Mono.Cecil;
using VideoAnalysis.Functions.DynamoDb;

namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>
/// What a function's code can come to, read from the compiled assemblies: every method that the handler calls, hands
/// on, or that implements what it calls, and so on. More than ever runs in one case, and nothing less.
/// </summary>
internal sealed class ReachableCode
{
    private static readonly IReadOnlyList<ModuleDefinition> Modules = Read(typeof(Startup), typeof(Videos.Video));

    /// <summary>By name, as a method of one assembly that is found from the other is another object.</summary>
    private static readonly Dictionary<string, MethodDefinition> ByName = Modules
        .SelectMany(module => module.GetTypes())
        .SelectMany(type => type.Methods)
        .DistinctBy(method => method.FullName) // The compiler makes some helpers in each assembly.
        .ToDictionary(method => method.FullName);

    /// <summary>The methods that implement or override each method of an own interface or class.</summary>
    private static readonly ILookup<string, MethodDefinition> Implementations = ByName.Values
        .Where(method => method.IsVirtual && method.HasBody)
        .SelectMany(method => Declarations(method).Select(declaration => (declaration, method)))
        .ToLookup(pair => pair.declaration.FullName, pair => pair.method);

    private readonly HashSet<MethodDefinition> _methods = [];

    /// <param name="function">The function's name, which its handler has too.</param>
    public ReachableCode(string function) =>
        Add(ByName.Values.Single(method => method.Name == function && method.CustomAttributes
            .Any(attribute =>
                attribute.AttributeType.Name == nameof(Amazon.Lambda.Annotations.LambdaFunctionAttribute))));

    /// <summary>The calls to AWS.</summary>
    public IReadOnlyList<SdkCall> Calls => [.. _methods.SelectMany(CallsOf).Distinct()];

    /// <summary>The indexes that are asked; the empty name stands for the table itself.</summary>
    public IReadOnlyList<string> QueriedIndexes => [.. _methods
        .Where(method => Called(method).Any(called => IsNew(called, nameof(QueryRequest)))
            && !Called(method).Any(IsIndexName))
        .Select(_ => "")
        .Concat(_methods
            .Where(method => Called(method)
                .Any(called => Find(called) is { HasBody: true } own && Called(own).Any(IsIndexName)))
            .SelectMany(method => method.Body.Instructions.Select(instruction => instruction.Operand).OfType<string>())
            .Where(text => text is DynamoDbTable.UnfinishedIndex or DynamoDbTable.UploadsIndex))
        .Distinct()];

    private static bool IsIndexName(MethodReference called) => called.Name == $"set_{nameof(QueryRequest.IndexName)}";

    private static bool IsNew(MethodReference called, string type) =>
        called.Name == ".ctor" && called.DeclaringType.Name == type;

    private static IEnumerable<SdkCall> CallsOf(MethodDefinition method) => Called(method)
        .Where(called => called.DeclaringType.Name.StartsWith("IAmazon", StringComparison.Ordinal)
            && !called.Name.StartsWith("get_", StringComparison.Ordinal))
        .Select(called => new SdkCall(
            called.DeclaringType.Name["IAmazon".Length..],
            called.Name.EndsWith("Async", StringComparison.Ordinal) ? called.Name[..^"Async".Length] : called.Name,
            Owner(method).Name,
            NameOf(method)));

    /// <summary>The type in the source; the compiler nests types of its own in it.</summary>
    private static TypeDefinition Owner(MethodDefinition method)
    {
        var type = method.DeclaringType;
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    /// <summary>The method in the source: the compiler names what it makes of it <c>&lt;Method&gt;…</c>.</summary>
    private static string NameOf(MethodDefinition method)
    {
        var made = new[] { method.Name, method.DeclaringType.Name }.FirstOrDefault(name => name.StartsWith('<')
            && name.IndexOf('>', StringComparison.Ordinal) > 1);
        return made is null ? method.Name : made[1..made.IndexOf('>', StringComparison.Ordinal)];
    }

    private static IEnumerable<MethodReference> Called(MethodDefinition method) => method.HasBody
        ? method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>()
        : [];

    private static MethodDefinition? Find(MethodReference called) =>
        IsOwn(called.DeclaringType) && called.Resolve() is { } found ? ByName[found.FullName] : null;

    private static bool IsOwn(TypeReference type) => type.Scope switch
    {
        ModuleDefinition module => Modules.Any(own => own.Name == module.Name),
        var scope => Modules.Any(own => own.Assembly.Name.Name == scope.Name),
    };

    private static IReadOnlyList<ModuleDefinition> Read(params IEnumerable<Type> types)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        return [.. types.Select(type =>
            ModuleDefinition.ReadModule(type.Assembly.Location, new ReaderParameters { AssemblyResolver = resolver }))];
    }

    /// <summary>What a method implements or overrides.</summary>
    private static IEnumerable<MethodDefinition> Declarations(MethodDefinition method)
    {
        for (var type =
            method.DeclaringType; type is not null; type = type.BaseType is { } b && IsOwn(b) ? b.Resolve() : null)
        {
            foreach (var declaring in type.Interfaces.Select(each => each.InterfaceType)
                .Where(IsOwn).Select(each => each.Resolve()).Append(type))
            {
                foreach (var declared in declaring.Methods.Where(other => other.Name == method.Name
                    && other.Parameters.Count == method.Parameters.Count && other != method))
                {
                    yield return ByName[declared.FullName];
                }
            }
        }
    }

    private void Add(MethodDefinition method)
    {
        if (!_methods.Add(method))
        {
            return;
        }

        foreach (var implementation in Implementations[method.FullName])
        {
            Add(implementation);
        }

        // Whose methods run was made before, and may keep what to call.
        foreach (var constructor in method.DeclaringType.Methods.Where(other => other.IsConstructor))
        {
            Add(ByName[constructor.FullName]);
        }

        // What an async method or an iterator does is in a type that the compiler makes.
        foreach (var machine in method.CustomAttributes
            .Where(attribute =>
                attribute.AttributeType.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal))
            .Select(attribute => ((TypeReference)attribute.ConstructorArguments[0].Value).Resolve()))
        {
            foreach (var step in machine.Methods)
            {
                Add(ByName[step.FullName]);
            }
        }

        foreach (var called in Called(method).Select(Find).OfType<MethodDefinition>())
        {
            Add(called);
        }
    }
}
