using System.Globalization;
using VideoAnalysis.Analyses;

namespace VideoAnalysis.Local.Cli.Exporting;

/// <summary>
/// An export as Parquet: a folder with a folder an analysis, <c>analysis=faces</c>, and files in it of a million rows
/// or so, as Athena, DuckDB and Spark read it as one table. A file is there when it is whole.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="analyses">The analyses that there are.</param>
/// <param name="mostRows">A file ends after the results with which it has so many rows.</param>
internal sealed class ParquetExport(
    string folder, AnalysisRegistry analyses, long mostRows = ParquetExport.DefaultMostRows) : IExport
{
    /// <summary>How many rows a file has, as a rule.</summary>
    public const long DefaultMostRows = 1_000_000;

    // Names that begin with an underscore are no data to those who read such folders.
    private const string ProgressFile = "_progress";

    private readonly ExportProgress _progress =
        new(Path.Combine(Directory.CreateDirectory(folder).FullName, ProgressFile));
    private readonly Dictionary<string, Part> _parts = [];

    /// <summary>Whether a folder holds an export that is whole, to which nothing can be added.</summary>
    public static bool IsWhole(string folder) => Directory.Exists(folder)
        && !File.Exists(Path.Combine(folder, ProgressFile))
        && Directory.EnumerateFiles(folder, "*.parquet", SearchOption.AllDirectories).Any();

    /// <inheritdoc/>
    public bool Has(ExportedResult result) => _progress.Has(result);

    /// <inheritdoc/>
    public async Task WriteAsync(
        ExportedResult result, IAsyncEnumerable<ReadOnlyMemory<byte>> pages, CancellationToken cancellationToken)
    {
        if (!_parts.TryGetValue(result.Analysis, out var part))
        {
            _parts[result.Analysis] = part = new(folder, analyses.Find(result.Analysis)!);
        }

        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            foreach (var line in PageLines.Of(page))
            {
                await part.AddAsync(result.Video, line, cancellationToken);
            }
        }

        part.Results.Add(result);
        if (part.Rows >= mostRows)
        {
            await EndAsync(part, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        foreach (var part in _parts.Values.ToList())
        {
            await EndAsync(part, cancellationToken);
        }

        _progress.Complete();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _progress.Dispose();
        foreach (var part in _parts.Values)
        {
            await part.DisposeAsync();
        }
    }

    private async Task EndAsync(Part part, CancellationToken cancellationToken)
    {
        await part.CompleteAsync(cancellationToken);
        _progress.Add(part.Results, 0);
        _parts.Remove(part.Analysis.Name);
    }

    /// <summary>A file that is being written.</summary>
    private sealed class Part(string folder, Analysis analysis) : IAsyncDisposable
    {
        private readonly string _folder =
            Directory.CreateDirectory(Path.Combine(folder, $"analysis={analysis.Name}")).FullName;
        private FileStream? _file;
        private ParquetTable? _table;

        public Analysis Analysis => analysis;

        public List<ExportedResult> Results { get; } = [];

        public long Rows => _table?.Rows ?? 0;

        private string Unfinished => Path.Combine(_folder, "_part");

        public async Task AddAsync(string video, ReadOnlyMemory<byte> detection, CancellationToken cancellationToken)
        {
            if (_table is null)
            {
                _file = new FileStream(Unfinished, FileMode.Create, FileAccess.ReadWrite);
                _table = await ParquetTable.BeginAsync(analysis, detection, _file, cancellationToken);
            }

            await _table.AddAsync(video, detection, cancellationToken);
        }

        public async Task CompleteAsync(CancellationToken cancellationToken)
        {
            if (_table is null || _file is null)
            {
                return;
            }

            await _table.CompleteAsync(cancellationToken);
            _file.Flush(flushToDisk: true);
            await _file.DisposeAsync();
            var number = Directory.GetFiles(_folder, "part-*.parquet").Length + 1;
            File.Move(Unfinished, Path.Combine(
                _folder, string.Create(CultureInfo.InvariantCulture, $"part-{number:D5}.parquet")));
            _table = null;
        }

        public async ValueTask DisposeAsync()
        {
            // Not ended: the next run writes it anew.
            if (_file is not null)
            {
                await _file.DisposeAsync();
            }
        }
    }
}
