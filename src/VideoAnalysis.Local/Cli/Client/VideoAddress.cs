using System.Buffers;

namespace VideoAnalysis.Local.Cli.Client;

/// <summary>Where what is known of a video is, below an API's endpoint.</summary>
internal static class VideoAddress
{
    /// <summary>
    /// What RFC 3986 calls unreserved, and the slash. Of other characters a path may be decoded on the way and signed
    /// in more than one form, and some no path can carry.
    /// </summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    /// <summary>
    /// The address, as in <c>results/holiday/film.mp4</c>, which is how access rules and logs name a video; or as in
    /// <c>results/-?video=100%25.mp4</c>, which carries every key.
    /// </summary>
    /// <param name="key">The object key.</param>
    /// <param name="query">More parameters, encoded, without a question mark; empty for none.</param>
    /// <param name="resource">What is wanted of the video.</param>
    public static string Of(string key, string query = "", string resource = "results") => IsPlain(key)
        ? $"{resource}/{key}{(query.Length == 0 ? "" : $"?{query}")}"
        : $"{resource}/-?video={Uri.EscapeDataString(key)}{(query.Length == 0 ? "" : $"&{query}")}";

    // Empty segments and dots are taken out of a path on the way.
    private static bool IsPlain(string key) =>
        !key.AsSpan().ContainsAnyExcept(Plain) && key.Split('/').All(segment => segment is not ("" or "." or ".."));
}
