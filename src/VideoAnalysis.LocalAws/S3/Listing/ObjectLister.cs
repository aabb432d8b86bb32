using System.Text;
using Microsoft.Data.Sqlite;
using VideoAnalysis.LocalAws.S3.Objects;

namespace VideoAnalysis.LocalAws.S3.Listing;

/// <summary>Reads a page of a list. It leaps over what a common prefix stands for, however much that is.</summary>
internal sealed class ObjectLister(SqliteConnection connection, string bucket, ListQuery query)
{
    private readonly List<StoredObject> _objects = [];
    private readonly List<string> _prefixes = [];
    private ListCursor? _last = query.After;

    /// <summary>Reads the page.</summary>
    public ListPage Read()
    {
        while (_objects.Count + _prefixes.Count < query.Limit)
        {
            if (!ReadOn(query.Limit - _objects.Count - _prefixes.Count))
            {
                return new ListPage(_objects, _prefixes, null);
            }
        }

        return new ListPage(_objects, _prefixes, query.Limit > 0 && Rest(1).Any() ? _last : null);
    }

    /// <summary>Reads objects up to the next common prefix.</summary>
    /// <returns>Whether there may be more.</returns>
    private bool ReadOn(int limit)
    {
        var found = 0;
        foreach (var stored in Rest(limit))
        {
            found++;
            if (CommonPrefix(stored.Key, query.Prefix, query.Delimiter) is { } prefix)
            {
                _prefixes.Add(prefix);
                _last = new ListCursor(prefix, IsPrefix: true);
                return true;
            }

            _objects.Add(stored);
            _last = new ListCursor(stored.Key, IsPrefix: false);
        }

        return found == limit;
    }

    private IEnumerable<StoredObject> Rest(int limit)
    {
        var (from, inclusive) = _last switch
        {
            null => (query.Prefix, true),
            { IsPrefix: true } => (KeySuccessor.After(_last.Last), true),
            _ => (_last.Last, false),
        };

        if (from is null)
        {
            return [];
        }

        // A place to go on from may lie before the prefix: clients may start anywhere.
        if (CompareUtf8(from, query.Prefix) < 0)
        {
            (from, inclusive) = (query.Prefix, true);
        }

        return ObjectTable.From(connection, bucket, from, inclusive, limit)
            .TakeWhile(stored => stored.Key.StartsWith(query.Prefix, StringComparison.Ordinal));
    }

    /// <summary>The order of the table: that of UTF-8 bytes, which is not that of .NET's UTF-16.</summary>
    internal static int CompareUtf8(string left, string right) =>
        Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));

    /// <summary>
    /// What stands for a key that begins with a prefix: it reaches to the next delimiter; null for the key itself.
    /// </summary>
    internal static string? CommonPrefix(string key, string prefix, string delimiter)
    {
        var end = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return end < 0 ? null : key[..(end + delimiter.Length)];
    }
}
