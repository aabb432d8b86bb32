using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace VideoAnalysis.Mutate;

/// <summary>
/// Finds mutations: comparisons and their neighbors, arithmetic, logic, negated conditions, constants, <c>??</c>, calls
/// of LINQ and Math, and removed calls. Excluded is what no test should pin: logs, everything that is thrown, texts
/// with a space (they are for people), <c>ToString</c> and <c>GetHashCode</c>, and <c>ConfigureAwait</c>; and what the
/// compiler evaluates: attributes, constants, default values, enumerations and patterns.
/// </summary>
internal sealed class MutationFinder : CSharpSyntaxWalker
{
    private static readonly Dictionary<SyntaxKind, string[]> Operators = new()
    {
        [SyntaxKind.LessThanExpression] = ["<=", ">="],
        [SyntaxKind.LessThanOrEqualExpression] = ["<", ">"],
        [SyntaxKind.GreaterThanExpression] = [">=", "<="],
        [SyntaxKind.GreaterThanOrEqualExpression] = [">", "<"],
        [SyntaxKind.EqualsExpression] = ["!="],
        [SyntaxKind.NotEqualsExpression] = ["=="],
        [SyntaxKind.LogicalAndExpression] = ["||"],
        [SyntaxKind.LogicalOrExpression] = ["&&"],
        [SyntaxKind.AddExpression] = ["-"],
        [SyntaxKind.SubtractExpression] = ["+"],
        [SyntaxKind.MultiplyExpression] = ["/"],
        [SyntaxKind.DivideExpression] = ["*"],
        [SyntaxKind.ModuloExpression] = ["*"],
        [SyntaxKind.LeftShiftExpression] = [">>"],
        [SyntaxKind.RightShiftExpression] = ["<<"],
        [SyntaxKind.BitwiseAndExpression] = ["|"],
        [SyntaxKind.BitwiseOrExpression] = ["&"],
    };

    private static readonly Dictionary<string, string> Calls = new(StringComparer.Ordinal)
    {
        ["Any"] = "All",
        ["All"] = "Any",
        ["First"] = "Last",
        ["Last"] = "First",
        ["FirstOrDefault"] = "LastOrDefault",
        ["LastOrDefault"] = "FirstOrDefault",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["MinBy"] = "MaxBy",
        ["MaxBy"] = "MinBy",
        ["OrderBy"] = "OrderByDescending",
        ["OrderByDescending"] = "OrderBy",
        ["Skip"] = "Take",
        ["Take"] = "Skip",
        ["StartsWith"] = "EndsWith",
        ["EndsWith"] = "StartsWith",
        ["Floor"] = "Ceiling",
        ["Ceiling"] = "Floor",
    };

    private readonly string _file;
    private readonly List<Mutation> _found = [];

    private MutationFinder(string file) => _file = file;

    /// <summary>All mutations of a file.</summary>
    public static IReadOnlyList<Mutation> Find(string file, SyntaxNode root)
    {
        var finder = new MutationFinder(file);
        finder.Visit(root);
        return finder._found;
    }

    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        if (Operators.TryGetValue(node.Kind(), out var others) && !IsOfText(node))
        {
            foreach (var other in others)
            {
                Add(node, $"{node.Left} {other} {node.Right}");
            }
        }
        else if (node.IsKind(SyntaxKind.CoalesceExpression) && node.Right is not ThrowExpressionSyntax)
        {
            Add(node, $"{node.Right}");
        }

        base.VisitBinaryExpression(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.LogicalNotExpression))
        {
            Add(node, $"{node.Operand}");
        }

        base.VisitPrefixUnaryExpression(node);
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        Negate(node.Condition);
        base.VisitIfStatement(node);
    }

    public override void VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        Negate(node.Condition);
        base.VisitConditionalExpression(node);
    }

    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.TrueLiteralExpression) || node.IsKind(SyntaxKind.FalseLiteralExpression))
        {
            Add(node, node.IsKind(SyntaxKind.TrueLiteralExpression) ? "false" : "true");
        }
        else if (node.Token.Value is int number)
        {
            Add(node, $"{number + 1}");
        }
        else if (node.Token.Value is string { Length: > 0 } text && !text.Contains(' '))
        {
            Add(node, "\"\"");
        }
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } call
            && Calls.TryGetValue(name.Identifier.Text, out var other))
        {
            Add(node, $"{call.Expression}.{other}{node.ArgumentList}");
        }

        base.VisitInvocationExpression(node);
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var call = node.Expression is AwaitExpressionSyntax awaited ? awaited.Expression : node.Expression;
        if (call is InvocationExpressionSyntax invocation && !invocation.ArgumentList.Arguments.Any(IsOut))
        {
            Add(node, "");
        }

        base.VisitExpressionStatement(node);
    }

    public override void VisitThrowStatement(ThrowStatementSyntax node)
    {
    }

    public override void VisitThrowExpression(ThrowExpressionSyntax node)
    {
    }

    public override void VisitAttributeList(AttributeListSyntax node)
    {
    }

    public override void VisitParameter(ParameterSyntax node)
    {
    }

    public override void VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node)
    {
    }

    public override void VisitEnumDeclaration(EnumDeclarationSyntax node)
    {
    }

    public override void VisitCaseSwitchLabel(CaseSwitchLabelSyntax node)
    {
    }

    public override void VisitIsPatternExpression(IsPatternExpressionSyntax node) => Visit(node.Expression);

    public override void VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        Visit(node.WhenClause);
        Visit(node.Expression);
    }

    public override void VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        if (!node.Modifiers.Any(SyntaxKind.ConstKeyword))
        {
            base.VisitFieldDeclaration(node);
        }
    }

    public override void VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        if (!node.IsConst)
        {
            base.VisitLocalDeclarationStatement(node);
        }
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (node.Identifier.Text is not (nameof(ToString) or nameof(GetHashCode)))
        {
            base.VisitMethodDeclaration(node);
        }
    }

    private static bool IsOut(ArgumentSyntax argument) => !argument.RefKindKeyword.IsKind(SyntaxKind.None);

    private static bool IsOfText(BinaryExpressionSyntax node) => node.IsKind(SyntaxKind.AddExpression)
        && node.DescendantNodes().Any(part => part is InterpolatedStringExpressionSyntax
            || part.IsKind(SyntaxKind.StringLiteralExpression));

    private void Negate(ExpressionSyntax condition)
    {
        // The operator of a comparison has mutations of its own, and so has a negation.
        if (condition is not (BinaryExpressionSyntax or PrefixUnaryExpressionSyntax))
        {
            Add(condition, $"!({condition})");
        }
    }

    private void Add(SyntaxNode node, string replacement)
    {
        // A variable that is declared within would be declared twice, or would not be assigned on both sides.
        if (node.DescendantNodes().Any(part => part is VariableDesignationSyntax or DeclarationExpressionSyntax)
            || node.DescendantNodes().OfType<ArgumentSyntax>().Any(IsOut)
            || IsLog(node))
        {
            return;
        }

        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        _found.Add(new(_file, line, node.SpanStart, node.Span.Length, node.ToString(), replacement));
    }

    private static bool IsLog(SyntaxNode node) =>
        node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is
        {
            Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call },
        } && $"{call.Expression}" is "Log" or "logger" or "_logger";
}
