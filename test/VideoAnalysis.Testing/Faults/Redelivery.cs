namespace VideoAnalysis.Testing.Faults;

/// <summary>What becomes of a message whose delivery failed.</summary>
public enum Redelivery
{
    /// <summary>It is delivered again, before anything else happens.</summary>
    AtOnce,

    /// <summary>It goes to the dead-letter queue, and is redriven after everything else.</summary>
    Redriven,

    /// <summary>
    /// It is lost for good, and Reconcile has to do; except for a start that the table knows nothing of, which
    /// only a redrive can bring back, and for a removal, which its caller repeats.
    /// </summary>
    Lost,
}
