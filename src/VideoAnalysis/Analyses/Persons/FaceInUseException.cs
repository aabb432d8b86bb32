namespace VideoAnalysis.Analyses.Persons;

/// <summary>A face cannot be removed, because something else needs it. The message says what to do.</summary>
public sealed class FaceInUseException : Exception
{
    /// <summary>An error without a reason.</summary>
    public FaceInUseException()
    {
    }

    /// <summary>An error with its reason.</summary>
    public FaceInUseException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its reason and its cause.</summary>
    public FaceInUseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
