namespace VideoAnalysis.LocalAws.S3.Protocol;

/// <summary>A request that S3 answers with an error. <see cref="S3Errors"/> makes them.</summary>
internal sealed class S3Exception(int status, string code, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>S3's name of the error, which clients act on.</summary>
    public string Code { get; } = code;

    /// <summary>What the error's body says besides, by element.</summary>
    public IReadOnlyList<(string Element, string Value)> Details { get; init; } = [];

    /// <summary>Headers that go with the error.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}
