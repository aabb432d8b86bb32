using VideoAnalysis.Local.Cli.Arguments;

namespace VideoAnalysis.Local.Cli.Rendering;

/// <summary>What is framed or blurred.</summary>
/// <param name="Analysis">The analysis that found it.</param>
/// <param name="Name">Who or what it is; null for everything that the analysis found.</param>
internal sealed record PaintedSubject(string Analysis, string? Name)
{
    /// <summary>Reads <c>faces</c> or <c>persons:Ada Lovelace</c>.</summary>
    /// <exception cref="UsageException">The text is neither.</exception>
    public static PaintedSubject Parse(string text) => text.Split(':', 2) switch
    {
        [{ Length: > 0 } analysis] => new(analysis, null),
        [{ Length: > 0 } analysis, { Length: > 0 } name] => new(analysis, name),
        _ => throw new UsageException("--blur takes an analysis, as in faces, or somebody whom it found, as in " +
            $"persons:NAME, not \"{Printable.Line(text)}\"."),
    };

    /// <inheritdoc/>
    public override string ToString() => Name is null ? Analysis : $"{Analysis}:{Printable.Line(Name)}";
}
