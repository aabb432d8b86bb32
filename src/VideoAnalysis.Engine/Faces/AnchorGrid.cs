namespace VideoAnalysis.Engine.Faces;

/// <summary>
/// The places all over a picture for which BlazeFace answers, and where it does. There may be several anchors at a
/// place, each with planes of its own in the outputs.
/// </summary>
/// <param name="Scores">The output with a log odds an anchor.</param>
/// <param name="Boxes">The output with 16 numbers an anchor.</param>
/// <param name="Stride">Pixels from one place to the next.</param>
internal sealed record AnchorGrid(string Scores, string Boxes, int Stride);
