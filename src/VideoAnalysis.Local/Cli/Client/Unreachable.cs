namespace VideoAnalysis.Local.Cli.Client;

/// <summary>Says why an API does not answer at all.</summary>
internal static class Unreachable
{
    /// <summary>A line for a person.</summary>
    /// <param name="endpoint">Where the API should be.</param>
    /// <param name="error">What became of the request.</param>
    public static string Describe(Uri endpoint, HttpRequestException error) => error.HttpRequestError switch
    {
        HttpRequestError.ConnectionError when endpoint.IsLoopback =>
            $"Nothing answers at {endpoint}. Is the local stack running? ./videoanalysis up",
        HttpRequestError.ConnectionError => $"Nothing answers at {endpoint}: {Cause(error)}",
        HttpRequestError.NameResolutionError =>
            $"There is no host \"{endpoint.Host}\", or no network. --endpoint takes the output ApiUrl of the stack.",
        HttpRequestError.SecureConnectionError => $"No secure connection to {endpoint}: {Cause(error)}",
        _ => $"{endpoint} does not answer as it should: {Cause(error)}",
    };

    // What wraps it only says that there was something.
    private static string Cause(Exception error)
    {
        while (error.InnerException is { } inner)
        {
            error = inner;
        }

        return error.Message;
    }
}
