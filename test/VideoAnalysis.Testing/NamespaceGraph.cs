using System.Reflection;
using System.Reflection.Emit;

namespace VideoAnalysis.Testing;

/// <summary>
/// Which namespaces of an assembly use which, as it is compiled: base types, members, attributes, and the bodies of
/// methods. Constants are not seen, since the compiler copies them.
/// </summary>
public sealed class NamespaceGraph
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(opCode => opCode.Value);

    private readonly Assembly _assembly;

    // From one namespace to another, by way of which type: what somebody has to look at.
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _uses = new(StringComparer.Ordinal);

    private NamespaceGraph(Assembly assembly) => _assembly = assembly;

    /// <summary>The namespaces that use each other in a circle.</summary>
    /// <returns>One line an edge within a circle, as in <c>A.B -> A.C (Type uses OtherType)</c>; none is as it must be.</returns>
    public static IReadOnlyList<string> CyclesOf(Assembly assembly)
    {
        var graph = new NamespaceGraph(assembly);
        foreach (var type in assembly.GetTypes().Where(type => !IsGenerated(type)))
        {
            graph.Visit(type);
        }

        return
        [
            .. from use in graph._uses
               from target in use.Value
               where graph.Reaches(target.Key, use.Key)
               select $"{use.Key} -> {target.Key} ({target.Value})",
        ];
    }

    // Source generators put helpers into namespaces of their own.
    private static bool IsGenerated(Type type) =>
        Outermost(type).Namespace?.StartsWith("VideoAnalysis", StringComparison.Ordinal) != true;

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

    private void Visit(Type type)
    {
        Use(type, type.BaseType);
        foreach (var used in type.GetInterfaces())
        {
            Use(type, used);
        }

        foreach (var attribute in type.GetCustomAttributesData())
        {
            Use(type, attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments.Where(argument => argument.Value is Type))
            {
                Use(type, (Type)argument.Value!);
            }
        }

        foreach (var field in type.GetFields(Declared))
        {
            Use(type, field.FieldType);
        }

        foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
        {
            Use(type, (method as MethodInfo)?.ReturnType);
            foreach (var parameter in method.GetParameters())
            {
                Use(type, parameter.ParameterType);
            }

            VisitBody(type, method);
        }
    }

    private void VisitBody(Type type, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        foreach (var local in body.LocalVariables)
        {
            Use(type, local.LocalType);
        }

        var typeArguments = type.IsGenericType ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            switch (method.Module.ResolveMember(token, typeArguments, methodArguments))
            {
                case Type used:
                    Use(type, used);
                    break;
                case { } member:
                    Use(type, member.DeclaringType);
                    Use(type, (member as MethodInfo)?.ReturnType);
                    foreach (var argument in member is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : [])
                    {
                        Use(type, argument);
                    }

                    break;
            }
        }
    }

    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            // The opcodes of two bytes begin with 0xFE.
            var opCode = OpCodesByValue[code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at]];
            at += opCode.Size;
            switch (opCode.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    yield return BitConverter.ToInt32(code, at);
                    at += 4;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + (4 * BitConverter.ToInt32(code, at));
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    at += 8;
                    break;
                case OperandType.InlineVar:
                    at += 2;
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    at += 1;
                    break;
                case OperandType.InlineNone:
                    break;
                default:
                    at += 4;
                    break;
            }
        }
    }

    private void Use(Type user, Type? used)
    {
        if (used is null || used.IsGenericParameter)
        {
            return;
        }

        if (used.HasElementType)
        {
            Use(user, used.GetElementType());
            return;
        }

        foreach (var argument in used.IsGenericType ? used.GetGenericArguments() : [])
        {
            Use(user, argument);
        }

        var (from, to) = (Outermost(user), Outermost(used));
        if (to.Assembly == _assembly && from.Namespace is { } source && to.Namespace is { } target && source != target
            && !IsGenerated(to))
        {
            _uses.TryAdd(source, new(StringComparer.Ordinal));
            _uses[source].TryAdd(target, $"{from.Name} uses {to.Name}");
        }
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
