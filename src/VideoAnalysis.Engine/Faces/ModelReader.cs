using OpenCvSharp.Dnn;

namespace VideoAnalysis.Engine.Faces;

/// <summary>Loads models, one at a time.</summary>
internal static class ModelReader
{
    /// <summary>
    /// OpenCV fills the table of the operators it knows when it reads the first model, and keeps nobody else from using
    /// it half filled: a second thread may be told "Unsupported operator type RELU".
    /// </summary>
    private static readonly Lock Gate = new();

    /// <summary>Loads the model of a file.</summary>
    /// <exception cref="InvalidDataException">It holds none.</exception>
    public static Net Read(string path)
    {
        lock (Gate)
        {
            return CvDnn.ReadNet(path) ?? throw new InvalidDataException($"{path} is not a model.");
        }
    }
}
