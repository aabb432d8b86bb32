namespace VideoAnalysis.Testing.Faults;

/// <summary>How a call to the outside goes wrong.</summary>
public enum FaultKind
{
    /// <summary>The call fails, and had no effect.</summary>
    FailsBefore,

    /// <summary>The call had its effect, but the caller is told that it failed.</summary>
    FailsAfter,

    /// <summary>
    /// The call had its effect, and the process is no more: no line of its code runs again, no catch and no finally.
    /// A process that dies just before a call is one that dies just after the call before it.
    /// </summary>
    Killed,
}
