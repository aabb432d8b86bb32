namespace VideoAnalysis.Analyses.Persons;

/// <summary>There is no collection that faces could be kept in. The message says what to do.</summary>
public sealed class NoCollectionException : Exception
{
    /// <summary>An error without a reason.</summary>
    public NoCollectionException()
    {
    }

    /// <summary>An error with its reason.</summary>
    public NoCollectionException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its reason and its cause.</summary>
    public NoCollectionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
