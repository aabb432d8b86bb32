using VideoAnalysis.Analyses.Text;
using VideoAnalysis.Engine.Analyses;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Engine.Pictures;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Text;

/// <summary>The analysis <c>text</c>: the lines and words at every half second.</summary>
internal sealed class TextFinder : EngineAnalysis<TextRequest>, IDisposable
{
    private readonly TextModels _models;
    private readonly EngineWorkers<TextReader> _readers;

    /// <param name="files">Where the models are.</param>
    /// <exception cref="ModelException">One is missing.</exception>
    public TextFinder(ModelFiles files)
    {
        _models = new TextModels(files);
        _readers = new(() => new TextReader(_models));
    }

    /// <inheritdoc/>
    public override string Name => "text";

    /// <inheritdoc/>
    public void Dispose()
    {
        _readers.Dispose();
        _models.Dispose();
    }

    /// <inheritdoc/>
    protected override EngineRun Begin(TextRequest request, VideoMetadata video) =>
        new Run(this, new TextFilter(request.Wanted));

    private sealed class Run(TextFinder finder, TextFilter filter) : EngineRun
    {
        public override IReadOnlyList<EngineFinding> Look(SampledPicture picture)
        {
            var lines = finder._readers.With(reader => reader.Read(picture.ToYuv()));
            return [.. filter.Of(lines, picture.Timestamp).Select(text => new EngineFinding(finder.Name, text))];
        }
    }
}
