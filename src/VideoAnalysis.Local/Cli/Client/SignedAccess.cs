using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;

namespace VideoAnalysis.Local.Cli.Client;

/// <summary>A signature (SigV4) with AWS credentials, as an API with IAM authorization wants it.</summary>
/// <param name="credentials">The credentials.</param>
/// <param name="accessKey">Their access key's id, by which their owner knows them.</param>
/// <param name="region">The region that the API is in.</param>
internal sealed class SignedAccess(AWSCredentials credentials, string accessKey, string region) : ApiAccess
{
    /// <summary>The service that requests are signed for: what API Gateway calls an API's own requests.</summary>
    private const string Service = "execute-api";

    /// <inheritdoc/>
    public override HttpMessageHandler Over(HttpMessageHandler transport) =>
        new SigV4SigningHandler(credentials, RegionEndpoint.GetBySystemName(region), Service, transport);

    /// <inheritdoc/>
    public override string Advise(HttpMethod method) =>
        $"""
        It was signed with the AWS credentials of access key {accessKey}, for {region}. "aws sts get-caller-identity"
        says whose they are. They need the policy of the stack's output {PolicyFor(method)}; AWS_PROFILE chooses others.
        An API made for JWTs wants --token instead.
        """;

    private static string PolicyFor(HttpMethod method) => method.Method switch
    {
        "DELETE" => "DeleteResultsPolicyArn",
        "POST" => "StartAnalysesPolicyArn",
        _ => "ReadResultsPolicyArn",
    };
}
