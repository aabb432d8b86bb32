using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Catalog;

/// <summary>Finds the operation that a request asks for, and refuses whatever the operation does not use.</summary>
internal static class RequestCheck
{
    private const string OwnPrefix = "x-amz-";

    /// <summary>
    /// HTTP's headers that make a request conditional or partial. Others, such as Accept, describe it.
    /// </summary>
    private static readonly string[] MeaningfulHeaders =
    [
        "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range", "Range", "Content-Range",
    ];

    /// <summary>Finds the operation.</summary>
    /// <exception cref="S3Exception">The operation, or a part of the request, is not provided.</exception>
    public static S3Operation Find(S3Call call)
    {
        var scope = call.Address switch
        {
            { Bucket: null } => S3Scope.Service,
            { Key: null } => S3Scope.Bucket,
            _ => S3Scope.Object,
        };
        var operation = S3Catalog.Operations.FirstOrDefault(operation => operation.Matches(call, scope));
        CheckParameters(call, operation);
        if (operation is null)
        {
            throw scope == S3Scope.Bucket && HttpMethods.IsPost(call.Request.Method)
                ? S3Errors.NotImplemented("an upload by a form (POST Object)")
                : S3Errors.MethodNotAllowed(call.Request.Method);
        }

        CheckHeaders(call, operation);
        CheckOwner(call, operation);
        return operation;
    }

    private static void CheckParameters(S3Call call, S3Operation? operation)
    {
        foreach (var (name, values) in call.Request.Query)
        {
            if (operation?.UsesParameter(name) == true)
            {
                if (values.Count > 1)
                {
                    throw S3Errors.InvalidArgument(
                        name, values.ToString(), $"The query parameter {name} must be given once.");
                }
            }
            else if (!IsIgnored(S3Ignored.Parameters, name, values.ToString())
                && !IsHeaderInQuery(name) && !IsCustom(name))
            {
                throw S3Errors.NotImplemented($"the query parameter {name}");
            }
        }
    }

    private static void CheckHeaders(S3Call call, S3Operation operation)
    {
        foreach (var (name, values) in call.Request.Headers)
        {
            var isMeaningful = name.StartsWith(OwnPrefix, StringComparison.OrdinalIgnoreCase)
                || MeaningfulHeaders.Contains(name, StringComparer.OrdinalIgnoreCase);
            if (isMeaningful && !operation.UsesHeader(name) && !IsIgnored(S3Ignored.Headers, name, values.ToString()))
            {
                throw S3Errors.NotImplemented(
                    S3Ignored.Headers.Any(ignored => ignored.Is(name))
                        ? $"the header {name} with the value {values}"
                        : $"the header {name} of {operation.Name}");
            }
        }
    }

    private static void CheckOwner(S3Call call, S3Operation operation)
    {
        foreach (var header in (string[])["x-amz-expected-bucket-owner", "x-amz-source-expected-bucket-owner"])
        {
            if (operation.UsesHeader(header) && call.Header(header) is { } owner && owner != LocalNames.Account)
            {
                throw S3Errors.AccessDenied(
                    $"The buckets of the local stack belong to the account {LocalNames.Account}.");
            }
        }
    }

    private static bool IsIgnored(IReadOnlyList<IgnoredName> list, string name, string value) =>
        list.Any(ignored => ignored.Is(name) && ignored.Allows(value));

    /// <summary>Such parameters have become headers, and are checked as headers.</summary>
    private static bool IsHeaderInQuery(string name) => name.StartsWith(OwnPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>S3 ignores parameters that begin with "x-" ("Custom access log information" in its guide).</summary>
    private static bool IsCustom(string name) => name.StartsWith("x-", StringComparison.OrdinalIgnoreCase);
}
