namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>A call to AWS in the code.</summary>
/// <param name="Service">The client's interface without what all of them begin with, as in <c>DynamoDB</c>.</param>
/// <param name="Operation">The operation, as in <c>PutItem</c>.</param>
/// <param name="Type">The name of the type whose code it is in.</param>
/// <param name="Method">The method there.</param>
internal sealed record SdkCall(string Service, string Operation, string Type, string Method);
