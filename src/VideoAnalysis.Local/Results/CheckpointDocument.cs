using System.Text.Json;

namespace VideoAnalysis.Local.Results;

/// <summary>A <see cref="Jobs.CollectionCheckpoint"/> within a <see cref="JobDocument"/>.</summary>
internal sealed record CheckpointDocument(
    string? NextToken, int Skip, int Chunks, JsonElement? Summary, string? Tracker);
