using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Tests.Appearances;

/// <summary>The faces that were detected in a film, and the truth about them.</summary>
internal sealed record Film
{
    /// <summary>The person of what is no face.</summary>
    public const int Nobody = -1;

    /// <summary>In the order of their timestamps.</summary>
    public List<FaceDetection> Faces { get; } = [];

    /// <summary>Who each face is.</summary>
    public List<int> People { get; } = [];

    /// <summary>For each face the stay: one person in one shot, from entry to exit.</summary>
    public List<int> Stays { get; } = [];

    /// <summary>For each face what tells it from others.</summary>
    public List<float[]> Embeddings { get; } = [];

    /// <summary>The hard cuts, in milliseconds.</summary>
    public List<long> Cuts { get; } = [];

    /// <summary>Milliseconds.</summary>
    public long Duration { get; init; }

    /// <summary>What is known beside the faces.</summary>
    public AppearanceEvidence Evidence(bool cuts, bool embeddings) => new()
    {
        Cuts = cuts ? Cuts : null,
        Embeddings = embeddings
            ? Enumerable.Range(0, Faces.Count).ToDictionary(i => (long)i, i => (float[]?)Embeddings[i])
            : null,
    };
}
