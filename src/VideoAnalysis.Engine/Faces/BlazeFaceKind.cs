using System.Collections.Immutable;

namespace VideoAnalysis.Engine.Faces;

/// <summary>What tells BlazeFace's two models apart.</summary>
internal sealed class BlazeFaceKind
{
    private BlazeFaceKind(int inputSize, string scores, string boxes, params ReadOnlySpan<(int Stride, int PerCell)> grids)
    {
        (InputSize, ScoresLayer, BoxesLayer) = (inputSize, scores, boxes);
        var anchors = ImmutableArray.CreateBuilder<(double X, double Y)>();
        foreach (var (stride, perCell) in grids)
        {
            for (var cell = 0; cell < inputSize / stride * (inputSize / stride); cell++)
            {
                var (row, column) = Math.DivRem(cell, inputSize / stride);
                anchors.AddRange(Enumerable.Repeat(((column + 0.5) * stride, (row + 0.5) * stride), perCell));
            }
        }

        Anchors = anchors.ToImmutable();
    }

    /// <summary>
    /// For faces up to 5 m away, all the way to a face that fills the picture. About 12 ms a look; here for what is large in
    /// the frame, where it needs few of them.
    /// </summary>
    public static BlazeFaceKind FullRange { get; } =
        new(192, "reshaped_classifier_face_4", "reshaped_regressor_face_4", (4, 1));

    /// <summary>
    /// For faces up to 2 m away. About 2 ms a look, and in small tiles it finds small faces more surely than the other does
    /// in the same time.
    /// </summary>
    public static BlazeFaceKind ShortRange { get; } =
        new(128, "classificators", "regressors", (8, 2), (16, 6));

    /// <summary>The side of the input, in pixels.</summary>
    public int InputSize { get; }

    /// <summary>The layer with a number an anchor.</summary>
    public string ScoresLayer { get; }

    /// <summary>The layer with 16 numbers an anchor.</summary>
    public string BoxesLayer { get; }

    /// <summary>Where the anchors are, in pixels of the input, in the order of the answers.</summary>
    public ImmutableArray<(double X, double Y)> Anchors { get; }
}
