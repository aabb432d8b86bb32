using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace VideoAnalysis.Functions.Http;

/// <summary>The entity tag of a representation.</summary>
/// <param name="Base">
/// The tag of the representation as it is, without quotes; each content coding appends its own name.
/// </param>
internal sealed record EntityTag(string Base)
{
    private const int HashedBytes = 16;

    /// <summary>The tag of whatever these bytes tell from everything else.</summary>
    public static EntityTag Of(ReadOnlySpan<byte> identity) =>
        new(Base64Url.EncodeToString(SHA256.HashData(identity).AsSpan(0, HashedBytes)));

    /// <inheritdoc cref="Of(ReadOnlySpan{byte})"/>
    public static EntityTag Of(string identity) => Of(Encoding.UTF8.GetBytes(identity));

    /// <summary>The tag as a header writes it.</summary>
    public string Quoted(ContentCoding? coding) => coding is null ? $"\"{Base}\"" : $"\"{Base}-{coding.Name}\"";

    /// <summary>
    /// The tag among those that the caller has which says that it has this, in whatever coding; null when none does.
    /// </summary>
    public string? FindIn(RequestHeaders headers)
    {
        string[] own = [Quoted(null), .. ContentCoding.All.Select(Quoted)];
        return headers.KnownTags
            .Select(known => known == "*" ? own[0] : own.FirstOrDefault(tag => tag == known))
            .FirstOrDefault(tag => tag is not null);
    }
}
