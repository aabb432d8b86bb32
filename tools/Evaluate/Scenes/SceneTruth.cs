using System.Text.Json;

namespace VideoAnalysis.Evaluate.Scenes;

/// <summary>
/// What is true of a video that is made of scenes of one length, each of them a picture that stands still.
/// </summary>
/// <param name="SceneMillis">How long a scene is, in milliseconds.</param>
/// <param name="Scenes">Every scene, in order.</param>
/// <param name="MinimumRecall">How much of what is there has to be found, 0 to 1.</param>
/// <param name="MinimumPrecision">How much of what is found has to be right, 0 to 1.</param>
internal sealed record SceneTruth(
    long SceneMillis, IReadOnlyList<SceneTruth.Scene> Scenes, double MinimumRecall, double MinimumPrecision)
{
    /// <summary>Reads the JSON beside a video.</summary>
    /// <exception cref="InvalidDataException">The file is not a ground truth of scenes.</exception>
    public static async Task<SceneTruth> LoadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync(file, SceneJson.Default.SceneTruth, cancellationToken)
                ?? throw new InvalidDataException($"{path} is null.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is no ground truth of scenes: {e.Message}", e);
        }
    }

    /// <summary>One scene.</summary>
    /// <param name="Expected">The names of what is there; a name may be there several times.</param>
    /// <param name="Ignored">The names of what is too small or too doubtful to count either way.</param>
    internal sealed record Scene(IReadOnlyList<string> Expected, IReadOnlyList<string> Ignored);
}
