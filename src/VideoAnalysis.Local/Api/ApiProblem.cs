namespace VideoAnalysis.Local.Api;

/// <summary>What the API itself refuses, as RFC 9457 writes it.</summary>
/// <param name="Title">What is wrong, in general.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with this request.</param>
internal sealed record ApiProblem(string Title, int Status, string Detail);
