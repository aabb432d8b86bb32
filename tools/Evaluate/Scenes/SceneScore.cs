using System.Globalization;
using VideoAnalysis.Engine;

namespace VideoAnalysis.Evaluate.Scenes;

/// <summary>
/// How right the names of what is found in each scene are. Where things are in the picture is not compared.
/// </summary>
/// <param name="truth">What is there.</param>
/// <param name="names">The names of what the engine found at a timestamp.</param>
internal sealed class SceneScore(SceneTruth truth, Func<EngineStep, IEnumerable<string>> names) : IScore
{
    private readonly List<string> _missed = [];
    private readonly List<string> _invented = [];

    /// <inheritdoc/>
    public int Expected { get; private set; }

    /// <inheritdoc/>
    public int Found { get; private set; }

    /// <inheritdoc/>
    public int Invented => _invented.Count;

    /// <inheritdoc/>
    public int Doubled { get; private set; }

    /// <inheritdoc/>
    public bool IsGood => Ratio(Found, Expected) >= truth.MinimumRecall
        && Ratio(Found, Found + Invented) >= truth.MinimumPrecision;

    /// <inheritdoc/>
    public IEnumerable<(string Name, string Figure)> Details =>
    [
        ("recall", string.Create(
            CultureInfo.InvariantCulture, $"{Ratio(Found, Expected):F4} (at least {truth.MinimumRecall})")),
        ("precision", string.Create(
            CultureInfo.InvariantCulture, $"{Ratio(Found, Found + Invented):F4} (at least {truth.MinimumPrecision})")),
        ("missed", string.Join(", ", _missed)),
        ("invented", string.Join(", ", _invented)),
    ];

    /// <inheritdoc/>
    public void Add(EngineStep step)
    {
        var scene = truth.Scenes[(int)Math.Min(step.Timestamp / truth.SceneMillis, truth.Scenes.Count - 1)];
        var left = scene.Expected.ToList();
        Expected += left.Count;
        foreach (var name in names(step))
        {
            if (left.Remove(name))
            {
                Found++;
            }
            else if (!scene.Ignored.Contains(name))
            {
                _invented.Add(name);
                Doubled += scene.Expected.Contains(name) ? 1 : 0;
            }
        }

        _missed.AddRange(left);
    }

    /// <inheritdoc/>
    public void End(TimeSpan length)
    {
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
