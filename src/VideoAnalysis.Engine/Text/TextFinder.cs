using VideoAnalysis.Analyses.Text;
using VideoAnalysis.Engine.Analyses;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Engine.Pictures;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Text;

/// <summary>The analysis <c>text</c>: the lines and words at every half second.</summary>
internal sealed class TextFinder : IEngineAnalysis, IDisposable
{
    private readonly Lazy<TextModels> _models;
    private readonly EngineWorkers<TextReader> _readers;

    /// <param name="files">Where the models are; they are loaded when the first video needs them.</param>
    public TextFinder(ModelFiles files)
    {
        _models = new(() => new TextModels(files));
        _readers = new(() => new TextReader(_models.Value));
    }

    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    /// <exception cref="ModelException">A model is missing or damaged.</exception>
    public EngineRun Begin(EngineRequest request, VideoMetadata video)
    {
        _ = _models.Value;
        return request is TextRequest text
            ? new Run(this, new TextFilter(text.Wanted))
            : throw new ArgumentException($"{request.GetType().Name} is no request for text.", nameof(request));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _readers.Dispose();
        if (_models.IsValueCreated)
        {
            _models.Value.Dispose();
        }
    }

    private sealed class Run(TextFinder finder, TextFilter filter) : EngineRun
    {
        public override IReadOnlyList<EngineFinding> Look(SampledPicture picture)
        {
            var lines = finder._readers.With(reader => reader.Read(picture.ToYuv()));
            return [.. filter.Of(lines, picture.Timestamp).Select(text => new EngineFinding(finder.Name, text))];
        }
    }
}
