using System.Security.Cryptography;
using VideoAnalysis.Functions.Http;

namespace VideoAnalysis.Functions.Page;

/// <summary>A file that the page is made of.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record PageFile(string ContentType, byte[] Content)
{
    /// <summary>Changes with the content, and only with it.</summary>
    public EntityTag Tag { get; } = new(Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 12)));
}
