using System.Collections.Immutable;

namespace VideoAnalysis.Engine.Faces;

/// <summary>What tells BlazeFace's two models apart.</summary>
/// <param name="Model">The model's file.</param>
/// <param name="Grids">What it answers, the finest grid first.</param>
/// <param name="Granularity">A picture's sides are multiples of this many pixels.</param>
internal sealed record BlazeFaceKind(string Model, ImmutableArray<AnchorGrid> Grids, int Granularity)
{
    /// <summary>
    /// For faces up to 5 m away, all the way to a face that fills the picture; here for what is large in the frame,
    /// where it needs few pixels. 0.1 µs a pixel.
    /// </summary>
    public static BlazeFaceKind FullRange { get; } =
        new("face_detection_full_range.onnx", [new("scores", "boxes", 4)], 64);

    /// <summary>
    /// For faces up to 2 m away. Half as much work a pixel, and it finds small faces more surely than the other does in
    /// the same time.
    /// </summary>
    public static BlazeFaceKind ShortRange { get; } =
        new("face_detection_short_range.onnx", [new("scores_8", "boxes_8", 8), new("scores_16", "boxes_16", 16)], 16);

    /// <summary>The outputs of the model: scores and boxes of each grid.</summary>
    public IEnumerable<string> Outputs => Grids.SelectMany(grid => (string[])[grid.Scores, grid.Boxes]);
}
