using VideoAnalysis.Testing.Faults;

namespace VideoAnalysis.Tests.Properties;

/// <summary>A message, or a request, on its way to a process of its own.</summary>
/// <param name="Work">What the process does with it.</param>
/// <param name="Effect">What the model knows of it; null for nothing.</param>
/// <param name="Return">What becomes of it when the process dies; null for nothing.</param>
internal sealed record Delivery(
    Func<DomainProcess, Task> Work, Func<UploadsModel, UploadsModel>? Effect = null, Action? Return = null);
