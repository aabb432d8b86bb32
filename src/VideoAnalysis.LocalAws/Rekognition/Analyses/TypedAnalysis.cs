using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Analyses;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Analyses;

/// <summary>An analysis with its own types of requests.</summary>
/// <param name="startJson">How a request to start a job is read and written.</param>
/// <param name="getJson">How a request for results is read.</param>
/// <typeparam name="TStart">The request to start a job.</typeparam>
/// <typeparam name="TGet">
/// The request for results; <see cref="GetJobRequest"/> where there are no members of its own.
/// </typeparam>
internal abstract class TypedAnalysis<TStart, TGet>(JsonTypeInfo<TStart> startJson, JsonTypeInfo<TGet> getJson)
    : LocalAnalysis
    where TStart : StartJobRequest, new()
    where TGet : GetJobRequest, new()
{
    /// <inheritdoc/>
    public sealed override async Task<ValidStart> ReadStartAsync(Stream body, CancellationToken cancellationToken)
    {
        var request = await RequestReader.ReadAsync(body, StartOperation, startJson, cancellationToken);
        var constraints = new RequestConstraints();
        request.Check(constraints);
        Check(request, constraints);
        constraints.ThrowIfViolated();
        request.RequireVideo();
        await CheckAsync(request, cancellationToken);
        request = Spell(request);
        return new(request, JsonSerializer.Serialize(request, startJson));
    }

    /// <inheritdoc/>
    public sealed override async Task<GetJobRequest> ReadGetAsync(Stream body, CancellationToken cancellationToken)
    {
        var request = await RequestReader.ReadAsync(body, GetOperation, getJson, cancellationToken);
        var constraints = new RequestConstraints();
        request.Check(constraints);
        Check(request, constraints);
        constraints.ThrowIfViolated();
        return request;
    }

    /// <inheritdoc/>
    public sealed override EngineRequest RequestOf(string request) => RequestOf(Parse(request));

    /// <inheritdoc/>
    public sealed override async Task<EngineWork> BeginAsync(string request, CancellationToken cancellationToken)
    {
        var start = Parse(request);
        return new(RequestOf(start), await BeginAsync(start, cancellationToken));
    }

    /// <inheritdoc/>
    public sealed override ResultView ViewOf(GetJobRequest get) => ViewOf((TGet)get);

    /// <inheritdoc/>
    public sealed override void WriteMembers(Utf8JsonWriter writer, string request, GetJobRequest get) =>
        WriteMembers(writer, Parse(request), (TGet)get);

    /// <summary>Checks the members of its own against the service model.</summary>
    protected virtual void Check(TStart request, RequestConstraints constraints)
    {
    }

    /// <summary>Checks the members of its own against the service model.</summary>
    protected virtual void Check(TGet request, RequestConstraints constraints)
    {
    }

    /// <summary>Checks what only the state of the service can tell.</summary>
    /// <exception cref="RekognitionException">The service refuses the request.</exception>
    protected virtual Task CheckAsync(TStart request, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Spells out what a request leaves to defaults: to leave a member out and to give its default are the same inputs,
    /// as far as a token goes.
    /// </summary>
    protected virtual TStart Spell(TStart request) => request;

    /// <summary>What the engine is asked to do.</summary>
    protected abstract EngineRequest RequestOf(TStart start);

    /// <summary>Begins with a job: says how what is found is written.</summary>
    protected virtual Task<WriteFinding> BeginAsync(TStart start, CancellationToken cancellationToken) =>
        Task.FromResult<WriteFinding>(finding => Write(start, finding.Detection));

    /// <summary>
    /// Writes a detection as the JSON of an item of the result list; null if it was not asked for. Not called where
    /// <see cref="BeginAsync(TStart, CancellationToken)"/> is overridden.
    /// </summary>
    protected virtual string? Write(TStart start, Detection detection) =>
        throw new NotSupportedException($"{Name} does not say how a detection is written.");

    /// <inheritdoc cref="LocalAnalysis.ViewOf"/>
    protected virtual ResultView ViewOf(TGet get) => ResultView.AsFound;

    /// <inheritdoc cref="LocalAnalysis.WriteMembers"/>
    protected virtual void WriteMembers(Utf8JsonWriter writer, TStart start, TGet get)
    {
    }

    private TStart Parse(string request) => JsonSerializer.Deserialize(request, startJson)
        ?? throw new InvalidDataException("A stored request is null.");
}
