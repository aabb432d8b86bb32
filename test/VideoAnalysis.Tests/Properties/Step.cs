namespace VideoAnalysis.Tests.Properties;

/// <summary>
/// Something that happens. The number chooses among what it can happen to; steps that are impossible do nothing.
/// </summary>
internal readonly record struct Step(StepKind Kind, int Choice)
{
    public override string ToString() => $"{Kind}({Choice})";
}
