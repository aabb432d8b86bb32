using System.Globalization;
using Parquet;
using Parquet.Schema;
using VideoAnalysis.Analyses;

namespace VideoAnalysis.Local.Cli.Exporting;

/// <summary>A column, with the values of the row group that is being gathered.</summary>
internal abstract class ParquetColumn
{
    /// <summary>Its name and type.</summary>
    public abstract DataField Field { get; }

    /// <summary>A column of a kind. Fields may be empty.</summary>
    public static ParquetColumn Of(string name, TableKind kind) => kind switch
    {
        TableKind.WholeNumber => new ValueColumn<long>(name, text => long.Parse(text, CultureInfo.InvariantCulture)),
        TableKind.Number => new ValueColumn<float>(name, text => float.Parse(text, CultureInfo.InvariantCulture)),
        TableKind.Truth => new ValueColumn<bool>(name, text => text == "true"),
        TableKind.Text => new TextColumn(name),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Adds a field; an empty text is nothing.</summary>
    public abstract void Add(string text);

    /// <summary>Writes what was gathered, and begins anew.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken);

    private sealed class ValueColumn<T>(string name, Func<string, T> parse) : ParquetColumn
        where T : struct
    {
        private readonly List<T?> _values = [];

        public override DataField Field { get; } = new DataField<T?>(name);

        public override void Add(string text) => _values.Add(text.Length == 0 ? null : parse(text));

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
        {
            await group.WriteAsync<T>(Field, _values.ToArray().AsMemory(), cancellationToken: cancellationToken);
            _values.Clear();
        }
    }

    private sealed class TextColumn(string name) : ParquetColumn
    {
        private readonly List<string?> _values = [];

        public override DataField Field { get; } = new DataField<string>(name);

        public override void Add(string text) => _values.Add(text.Length == 0 ? null : text);

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
        {
            await group.WriteAsync(Field, _values!);
            _values.Clear();
        }
    }
}
