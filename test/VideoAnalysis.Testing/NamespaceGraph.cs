using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace VideoAnalysis.Testing;

/// <summary>
/// Which namespaces of an assembly use which, as it is compiled: base types, members, attributes, and the bodies of
/// methods. Constants are not seen, since the compiler copies them.
/// </summary>
public sealed class NamespaceGraph
{
    // From one namespace to another, by way of which type: what somebody has to look at.
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _uses = new(StringComparer.Ordinal);

    private NamespaceGraph()
    {
    }

    /// <summary>The namespaces that use each other in a circle.</summary>
    /// <returns>
    /// One line an edge within a circle, as in <c>A.B -> A.C (Type uses OtherType)</c>; none is as it must be.
    /// </returns>
    public static IReadOnlyList<string> CyclesOf(Assembly assembly)
    {
        var graph = Of(assembly);
        return
        [
            .. from use in graph._uses
               from target in use.Value
               where graph.Reaches(target.Key, use.Key)
               select $"{use.Key} -> {target.Key} ({target.Value})",
        ];
    }

    /// <summary>
    /// The uppermost folders of a project, and which of its folders each uses, as a table in Markdown.
    /// </summary>
    public static string TableOf(Assembly assembly)
    {
        var graph = Of(assembly);
        var project = assembly.GetName().Name!;
        string Folder(string name) =>
            name.Length > project.Length ? name[(project.Length + 1)..].Split('.')[0] : "(root)";
        var rows =
            from use in graph._uses
            from target in use.Value.Keys
            let edge = (From: Folder(use.Key), To: Folder(target))
            where edge.From != edge.To
            group edge.To by edge.From into row
            orderby row.Key
            select $"| {row.Key} | {string.Join(", ", row.Distinct().Order(StringComparer.Ordinal))} |\n";
        return $"| in `{project}` | uses |\n|---|---|\n{string.Concat(rows)}";
    }

    private static NamespaceGraph Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var graph = new NamespaceGraph();
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        foreach (var type in module.GetAllTypes())
        {
            foreach (var used in UsedBy(type).SelectMany(Parts))
            {
                graph.Add(type, used);
            }
        }

        return graph;
    }

    private static IEnumerable<TypeReference?> UsedBy(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(each => each.InterfaceType),
        .. type.GenericParameters.SelectMany(each => each.Constraints).Select(each => each.ConstraintType),
        .. type.CustomAttributes.SelectMany(each => each.ConstructorArguments)
            .Select(each => each.Value as TypeReference),
        .. type.Fields.Select(each => each.FieldType),
        .. type.Methods.SelectMany(UsedBy),
    ];

    private static IEnumerable<TypeReference?> UsedBy(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(each => each.ParameterType),
        .. method.GenericParameters.SelectMany(each => each.Constraints).Select(each => each.ConstraintType),
        .. method.HasBody ? method.Body.Variables.Select(each => each.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(each => UsedBy(each.Operand)) : [],
    ];

    private static IEnumerable<TypeReference?> UsedBy(object operand) => operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MemberReference member => [member.DeclaringType, (member as MethodReference)?.ReturnType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };

    private void Add(TypeDefinition user, TypeReference used)
    {
        var (from, to) = (Outermost(user), Outermost(used));
        if (to.Scope == user.Module && from.Namespace != to.Namespace && IsWritten(from) && IsWritten(to))
        {
            _uses.TryAdd(from.Namespace, new(StringComparer.Ordinal));
            _uses[from.Namespace].TryAdd(to.Namespace, $"{from.Name} uses {to.Name}");
        }
    }

    private bool Reaches(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var name))
        {
            if (name == to)
            {
                return true;
            }

            if (seen.Add(name) && _uses.TryGetValue(name, out var next))
            {
                foreach (var target in next.Keys)
                {
                    open.Push(target);
                }
            }
        }

        return false;
    }

    // Source generators and the compiler put helpers into namespaces of their own, or into none.
    private static bool IsWritten(TypeReference type) =>
        type.Namespace.StartsWith("VideoAnalysis", StringComparison.Ordinal);

    private static TypeReference Outermost(TypeReference type) =>
        type.DeclaringType is { } outer ? Outermost(outer) : type;
}
