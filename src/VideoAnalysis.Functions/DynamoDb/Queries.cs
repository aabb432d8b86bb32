using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>Reads queries to their last page.</summary>
internal static class Queries
{
    /// <summary>Beyond this the page's 1 MB decides.</summary>
    private const int MaxLimit = 4096;

    /// <summary>
    /// The items of a query, page by page as they are wanted. A query with a <see cref="QueryRequest.Limit"/> begins
    /// with pages of that size, and doubles it from page to page: who wants little reads little (and pays for
    /// little), and who wants everything soon reads pages of 1 MB.
    /// </summary>
    public static async IAsyncEnumerable<Dictionary<string, AttributeValue>> QueryAllAsync(
        this IAmazonDynamoDB client, QueryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var page = await client.QueryAsync(request, cancellationToken);
            foreach (var item in page.Items ?? [])
            {
                yield return item;
            }

            request.ExclusiveStartKey = page.LastEvaluatedKey;
            request.Limit = request.Limit is { } limit ? Math.Min(limit * 2, MaxLimit) : null;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }
}
