namespace VideoAnalysis.Engine.Faces;

/// <summary>The model files, which the build puts beside the program.</summary>
internal sealed class FaceModels
{
    /// <param name="directory">Where they are.</param>
    /// <exception cref="FileNotFoundException">One is missing; the message says what brings it back.</exception>
    public FaceModels(string directory)
    {
        FullRange = Existing(directory, "face_detection_full_range.tflite");
        ShortRange = Existing(directory, "face_detection_short_range.tflite");
        Mesh = Existing(directory, "face_landmark.tflite");
    }

    /// <summary>Where the build puts them.</summary>
    public static string DefaultDirectory => Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>Path of BlazeFace, full range.</summary>
    public string FullRange { get; }

    /// <summary>Path of BlazeFace, short range.</summary>
    public string ShortRange { get; }

    /// <summary>Path of the face mesh.</summary>
    public string Mesh { get; }

    private static string Existing(string directory, string name)
    {
        var path = Path.Combine(directory, name);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"The face model {path} is missing; build VideoAnalysis.Local again.", path);
    }
}
