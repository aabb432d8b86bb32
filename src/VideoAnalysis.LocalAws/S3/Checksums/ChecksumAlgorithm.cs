using System.IO.Hashing;
using System.Security.Cryptography;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Checksums;

/// <summary>One of S3's additional checksums.</summary>
/// <param name="Name">As in <c>x-amz-checksum-algorithm</c>; elements of XML prefix it with "Checksum".</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Start">Begins one.</param>
/// <param name="FullObjectByDefault">
/// Whether the checksum of a multipart object is over its bytes unless asked otherwise; else it is over its parts'
/// checksums.
/// </param>
internal sealed record ChecksumAlgorithm(
    string Name, int Length, Func<IChecksum> Start, bool FullObjectByDefault = false)
{
    /// <summary>All that S3 lists in "Checking object integrity" and SDKs send by themselves.</summary>
    public static IReadOnlyList<ChecksumAlgorithm> All { get; } =
    [
        new("CRC32", 4, static () => new Crc(new Crc32())),
        new("CRC32C", 4, static () => new Crc(new Crc32(Crc32ParameterSet.Crc32C))),
        new("CRC64NVME", 8, static () => new Crc(new Crc64(Crc64ParameterSet.Nvme)), FullObjectByDefault: true),
        new("SHA1", 20, static () => new Digest(HashAlgorithmName.SHA1)),
        new("SHA256", 32, static () => new Digest(HashAlgorithmName.SHA256)),
    ];

    /// <summary>
    /// Whether it can be over the bytes of a multipart object: only the cyclic redundancy checks can.
    /// </summary>
    public bool CanBeFullObject => Name.StartsWith("CRC", StringComparison.Ordinal);

    /// <summary>Whether it can be over the checksums of the parts.</summary>
    public bool CanBeComposite => !FullObjectByDefault;

    /// <summary>The header, or the trailer, that carries it in base64.</summary>
#pragma warning disable CA1308 // The name is lower case on the wire.
    public string Header { get; } = ChecksumHeaders.Prefix + Name.ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>The element that carries it in base64.</summary>
    public string Element => "Checksum" + Name;

    /// <summary>Finds an algorithm by its name, in whatever case; null if there is none.</summary>
    public static ChecksumAlgorithm? ByName(string? name) =>
        All.FirstOrDefault(algorithm => algorithm.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Finds the algorithm that <c>x-amz-checksum-algorithm</c> asks for; null if the header is not there.
    /// </summary>
    /// <exception cref="S3Exception">The algorithm is not provided.</exception>
    public static ChecksumAlgorithm? Requested(string? name) => name is null ? null
        : ByName(name) ?? throw S3Errors.NotImplemented($"the checksum algorithm {name}");

    /// <summary>Finds an algorithm by its header, in whatever case; null if there is none.</summary>
    public static ChecksumAlgorithm? ByHeader(string? header) =>
        All.FirstOrDefault(algorithm => algorithm.Header.Equals(header, StringComparison.OrdinalIgnoreCase));
}
