using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace VideoAnalysis.Local.Cli.Client;

/// <summary>Finds the user's AWS credentials where every AWS tool does.</summary>
internal static class CredentialChain
{
    /// <summary>
    /// The credentials that the SDK's default chain comes to: the environment, the profile (AWS_PROFILE, or "default"),
    /// a container's, an instance's.
    /// </summary>
    /// <param name="region">The region to sign for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">There are none, or they cannot be had.</exception>
    public static async Task<SignedAccess> OpenAsync(string region, CancellationToken cancellationToken)
    {
        try
        {
            var credentials = await new DefaultAWSCredentialsIdentityResolver()
                .ResolveIdentityAsync(clientConfig: null, cancellationToken);

            // Here and now: an expired login is told of before anything is asked.
            var current = await credentials.GetCredentialsAsync();
            return new(credentials, current.AccessKey, region);
        }
        catch (AmazonClientException e)
        {
            throw new ApiException(
                $"""
                No AWS credentials to sign the request with: {e.Message.TrimEnd()}
                Log in as for the AWS command line (aws configure, aws sso login, AWS_PROFILE, or AWS_ACCESS_KEY_ID and
                its companions), or use --token where the API takes JWTs.
                """,
                e);
        }
    }
}
