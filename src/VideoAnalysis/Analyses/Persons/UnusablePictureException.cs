namespace VideoAnalysis.Analyses.Persons;

/// <summary>A picture cannot be read. The message says why.</summary>
public sealed class UnusablePictureException : Exception
{
    /// <summary>An error without a reason.</summary>
    public UnusablePictureException()
    {
    }

    /// <summary>An error with its reason.</summary>
    public UnusablePictureException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its reason and its cause.</summary>
    public UnusablePictureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
