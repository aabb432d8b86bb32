namespace VideoAnalysis.Functions.Tests.Events;

/// <summary>Says which sample event a test delivers, and to which function.</summary>
/// <param name="function">The function's name in the template.</param>
/// <param name="file">The file in <c>events/</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EventAttribute(string function, string file) : Attribute
{
    public string Function { get; } = function;

    public string File { get; } = file;
}
