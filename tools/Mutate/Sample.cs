using System.Security.Cryptography;
using System.Text;

namespace VideoAnalysis.Mutate;

/// <summary>
/// A random sample that depends on the seed and on each mutation alone, so that it stays the same, but for a few, while
/// the code changes elsewhere.
/// </summary>
internal static class Sample
{
    /// <summary>At most so many of the mutations.</summary>
    public static IReadOnlyList<Mutation> Of(IEnumerable<Mutation> mutations, int count, int seed) =>
        [.. mutations
            .GroupBy(each => $"{each.File} {each.Change}")
            .SelectMany(same => same.Select((mutation, i) => (mutation, Key: Hash($"{seed} {same.Key} {i}"))))
            .OrderBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => each.mutation)
            .Take(count)];

    private static string Hash(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
