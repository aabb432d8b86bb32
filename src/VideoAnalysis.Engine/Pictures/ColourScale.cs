namespace VideoAnalysis.Engine.Pictures;

/// <summary>What a network wants of colours from 0 to 255: (colour - mean) / deviation.</summary>
/// <param name="Red">Mean and deviation of red.</param>
/// <param name="Green">Mean and deviation of green.</param>
/// <param name="Blue">Mean and deviation of blue.</param>
/// <param name="BlueFirst">Whether the planes are blue, green, red; otherwise red, green, blue.</param>
internal readonly record struct ColourScale(
    (float Mean, float Deviation) Red,
    (float Mean, float Deviation) Green,
    (float Mean, float Deviation) Blue,
    bool BlueFirst = false)
{
    /// <summary>-1 to 1.</summary>
    public static ColourScale Signed { get; } = new((127.5f, 127.5f), (127.5f, 127.5f), (127.5f, 127.5f));

    /// <summary>0 to 1.</summary>
    public static ColourScale Unit { get; } = new((0, 255), (0, 255), (0, 255));

    /// <summary>What a colour is multiplied by.</summary>
    /// <param name="colour">0 is red, 1 green, 2 blue.</param>
    public float Factor(int colour) => 1 / Of(colour).Deviation;

    /// <summary>What is added then; what black becomes.</summary>
    /// <param name="colour">0 is red, 1 green, 2 blue.</param>
    public float Term(int colour) => -Of(colour).Mean / Of(colour).Deviation;

    private (float Mean, float Deviation) Of(int colour) => colour switch { 0 => Red, 1 => Green, _ => Blue };
}
