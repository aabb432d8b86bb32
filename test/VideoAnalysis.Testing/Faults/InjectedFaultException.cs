namespace VideoAnalysis.Testing.Faults;

/// <summary>
/// A call to the outside failed because the test wanted it to. To HTTP clients it is a broken connection.
/// </summary>
public sealed class InjectedFaultException(string call) : HttpRequestException($"{call} failed, as the test planned.");
