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
/// <typeparam name="TGet">The request for results; <see cref="GetJobRequest"/> where there are no members of its own.</typeparam>
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
    public sealed override EngineWork WorkOf(string request)
    {
        var start = Parse(request);
        return new(RequestOf(start), detection => Write(start, detection));
    }

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

    /// <summary>
    /// Spells out what a request leaves to defaults: to leave a member out and to give its default are the same inputs,
    /// as far as a token goes.
    /// </summary>
    protected virtual TStart Spell(TStart request) => request;

    /// <summary>What the engine is asked to do.</summary>
    protected abstract EngineRequest RequestOf(TStart start);

    /// <summary>Writes a detection as the JSON of an item of the result list.</summary>
    protected abstract string Write(TStart start, Detection detection);

    /// <inheritdoc cref="LocalAnalysis.WriteMembers"/>
    protected virtual void WriteMembers(Utf8JsonWriter writer, TStart start, TGet get)
    {
    }

    private TStart Parse(string request) => JsonSerializer.Deserialize(request, startJson)
        ?? throw new InvalidDataException("A stored request is null.");
}
