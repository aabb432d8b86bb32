using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoAnalysis.Local.Cli.Exporting;

/// <summary>
/// What an export has written so far, in a file beside it: a line for each result, once that is safe. When nothing is
/// left to do, the file goes.
/// </summary>
internal sealed class ExportProgress : IDisposable
{
    private readonly string _path;
    private readonly HashSet<ExportedResult> _done = [];
    private FileStream? _file;

    /// <param name="path">The file.</param>
    public ExportProgress(string path)
    {
        _path = path;
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            // A process that is killed leaves half a line behind.
            if (!TryRead(line, out var entry))
            {
                break;
            }

            _done.Add(new(entry.Video, entry.Analysis, entry.CompletedAt));
            Length = entry.Length;
        }
    }

    /// <summary>How many bytes of the exported file are safe.</summary>
    public long Length { get; private set; }

    /// <summary>Whether an earlier run left off in the middle.</summary>
    public bool IsResumed => _done.Count > 0;

    /// <summary>Whether a result is written.</summary>
    public bool Has(ExportedResult result) => _done.Contains(result);

    /// <summary>Notes that results are written, and safe.</summary>
    /// <param name="results">Which.</param>
    /// <param name="length">The length of the exported file now.</param>
    public void Add(IEnumerable<ExportedResult> results, long length)
    {
        _file ??= OpenFile();
        foreach (var result in results)
        {
            var entry = new ExportProgressEntry(result.Video, result.Analysis, result.CompletedAt, length);
            _file.Write(JsonSerializer.SerializeToUtf8Bytes(entry, ExportJson.Default.ExportProgressEntry));
            _file.WriteByte((byte)'\n');
            _done.Add(result);
        }

        _file.Flush(flushToDisk: true);
        Length = length;
    }

    /// <summary>Forgets it all: the export is whole.</summary>
    public void Complete()
    {
        Dispose();
        File.Delete(_path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    /// <summary>Written anew, so that no half line stays in the middle.</summary>
    private FileStream OpenFile()
    {
        var known = File.Exists(_path) ? File.ReadAllLines(_path).TakeWhile(line => TryRead(line, out _)).ToList() : [];
        File.WriteAllLines(_path, known);
        return new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    private static bool TryRead(string line, out ExportProgressEntry entry)
    {
        try
        {
            entry = JsonSerializer.Deserialize(line, ExportJson.Default.ExportProgressEntry)!;
            return entry is not null;
        }
        catch (JsonException)
        {
            entry = null!;
            return false;
        }
    }
}

/// <summary>A line of the file.</summary>
internal sealed record ExportProgressEntry(string Video, string Analysis, DateTimeOffset? CompletedAt, long Length);

[JsonSerializable(typeof(ExportProgressEntry))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ExportJson : JsonSerializerContext;
