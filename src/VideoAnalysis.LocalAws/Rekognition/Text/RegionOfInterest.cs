using System.Text.Json;

namespace VideoAnalysis.LocalAws.Rekognition.Text;

/// <summary>The model's <c>RegionOfInterest</c>.</summary>
internal sealed record RegionOfInterest
{
    public RegionBox? BoundingBox { get; init; }

    /// <summary>Not supported here; a request with it is refused.</summary>
    public JsonElement? Polygon { get; init; }
}

/// <summary>The model's <c>BoundingBox</c>, of which every member may be absent.</summary>
internal sealed record RegionBox
{
    public float? Left { get; init; }

    public float? Top { get; init; }

    public float? Width { get; init; }

    public float? Height { get; init; }
}
