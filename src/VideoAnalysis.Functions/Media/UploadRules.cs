using VideoAnalysis.Functions.Http;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Media;

/// <summary>What an upload has to be.</summary>
internal static class UploadRules
{
    /// <summary>
    /// The largest video that Rekognition takes: 10 GB (Rekognition Developer Guide, "Guidelines and quotas").
    /// </summary>
    public const long MaxSize = 10L * 1024 * 1024 * 1024;

    /// <summary>
    /// The bytes of a part: S3 takes 5 MiB and more, but for the last, and 10,000 parts at most (S3 User Guide,
    /// "Multipart upload limits"). This makes 640 parts of the largest video, and little to repeat when one fails.
    /// </summary>
    public const long PartSize = 16L * 1024 * 1024;

    /// <summary>The most parts of an upload: S3's limit.</summary>
    public const int MaxParts = 10_000;

    /// <summary>The most addresses in an answer.</summary>
    public const int MaxPartsAtOnce = 100;

    private const int MaxIdLength = 1024;
    private const int MaxTagLength = 128;

    /// <summary>The parts of an upload.</summary>
    public static int PartCountOf(long size) => (int)((size + PartSize - 1) / PartSize);

    /// <summary>The key of a video that may be uploaded.</summary>
    /// <exception cref="ProblemException">The key cannot be the key of a video.</exception>
    public static string ReadKey(string? key) =>
        key is not null && IsUploadable(key) ? key : throw new ProblemException(Problem.InvalidParameter(
            "key",
            key,
            $"an object key that ends in .mp4 or .mov, of at most {Video.MaxKeyBytes} bytes, without control " +
            "characters and without the path segments . and .."));

    /// <summary>A video's size.</summary>
    /// <exception cref="ProblemException">A video of this size cannot be analysed.</exception>
    public static long ReadSize(long? size) =>
        size is >= 1 and <= MaxSize ? size.Value : throw new ProblemException(Problem.InvalidParameter(
            "size", size?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            $"the video's bytes, 1 to {MaxSize} (10 GB, the most that Rekognition takes)"));

    /// <summary>S3's name for an upload.</summary>
    /// <exception cref="ProblemException">The text cannot be an upload id of S3.</exception>
    public static string ReadUploadId(string? id) =>
        id is { Length: > 0 and <= MaxIdLength } && id.All(IsVisibleAscii) ? id : throw new ProblemException(
            Problem.InvalidParameter("uploadId", id, "the \"uploadId\" that POST /uploads answered"));

    /// <summary>Part numbers.</summary>
    /// <exception cref="ProblemException">
    /// No number is given, there are too many, or one is out of range or given twice.
    /// </exception>
    public static IReadOnlyList<int> ReadPartNumbers(IReadOnlyList<int>? numbers) =>
        numbers is { Count: >= 1 and <= MaxPartsAtOnce } && AreDistinctNumbers(numbers) ? numbers
            : throw new ProblemException(Problem.InvalidParameter(
                "partNumbers", numbers is null ? null
                    : string.Join(", ", numbers), $"1 to {MaxPartsAtOnce} different numbers from 1 to {MaxParts}"));

    /// <summary>The parts that make up an upload, in order.</summary>
    /// <exception cref="ProblemException">The parts cannot make up an upload.</exception>
    public static IReadOnlyList<(int PartNumber, string ETag)> ReadParts(IReadOnlyList<FinishedPart?>? parts)
    {
        var read = (parts ?? [])
            .Select(part => part is { PartNumber: { } number, ETag: { Length: > 0 and <= MaxTagLength } tag }
                && tag.All(IsVisibleAscii)
                    ? (number, tag)
                    : throw Invalid())
            .OrderBy(part => part.number)
            .ToList();
        return read is { Count: >= 1 and <= MaxParts } && AreDistinctNumbers(
            [.. read.Select(part => part.number)]) ? read : throw Invalid();

        static ProblemException Invalid() => new(Problem.InvalidParameter(
            "parts", "not such a list", $"1 to {MaxParts} objects with a different \"partNumber\" each, and the " +
            "\"eTag\" that S3 answered to its PUT"));
    }

    // Browsers resolve . and .. in an address before they send it, and control characters survive few tools.
    private static bool IsUploadable(string key) =>
        Video.IsKey(key)
            && Video.HasExtension(key) && !key.Any(char.IsControl) && !key.Split('/').Any(part => part is "." or "..");

    private static bool AreDistinctNumbers(IReadOnlyList<int> numbers) =>
        numbers.All(number => number is >= 1 and <= MaxParts) && numbers.Distinct().Count() == numbers.Count;

    private static bool IsVisibleAscii(char character) => character is > ' ' and <= '~' and not '<' and not '&';
}
