using VideoAnalysis.Results;

namespace VideoAnalysis.Testing.Stores;

/// <summary>Oldest first, then by the key's hash, then by the analysis, as text is ordered byte by byte.</summary>
internal sealed class ListOrder : IComparer<ListPosition>
{
    public static readonly ListOrder Instance = new();

    public int Compare(ListPosition? x, ListPosition? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return (x.UploadedAt.CompareTo(y.UploadedAt), string.CompareOrdinal(x.KeyHash, y.KeyHash)) switch
        {
            (0, 0) => string.CompareOrdinal(x.Analysis, y.Analysis),
            (0, var byHash) => byHash,
            var (byTime, _) => byTime,
        };
    }
}
