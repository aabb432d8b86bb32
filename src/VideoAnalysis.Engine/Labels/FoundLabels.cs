using VideoAnalysis.Analyses.Labels;

namespace VideoAnalysis.Engine.Labels;

/// <summary>Makes labels of objects.</summary>
internal static class FoundLabels
{
    /// <summary>
    /// One label for all objects of a class, with an instance each, and one for each ancestor, without. A label is as
    /// sure as the surest of its objects.
    /// </summary>
    /// <param name="objects">What is seen in a picture.</param>
    /// <param name="timestamp">When, in milliseconds.</param>
    /// <param name="width">The picture's width, in pixels.</param>
    /// <param name="height">The picture's height, in pixels.</param>
    /// <param name="minConfidence">What is less sure is left out, 0 to 100.</param>
    /// <returns>By name.</returns>
    public static IReadOnlyList<LabelDetection> Of(
        IEnumerable<DetectedObject> objects, long timestamp, int width, int height, float minConfidence)
    {
        var instances = new SortedDictionary<string, List<LabelInstance>>(StringComparer.Ordinal);
        foreach (var seen in objects)
        {
            var confidence = ObjectConfidence.Of(seen.Score);
            if (confidence >= minConfidence)
            {
                var name = ObjectLabels.OfClass[seen.Class].Name;
                instances.TryAdd(name, []);
                instances[name].Add(new(seen.Box.ToBoundingBox(width, height), confidence));
            }
        }

        var labels = new SortedDictionary<string, LabelDetection>(StringComparer.Ordinal);
        foreach (var (name, ofName) in instances)
        {
            var confidence = ofName.Max(instance => instance.Confidence)!.Value;
            foreach (var parent in ObjectLabels.ByName[name].Parents)
            {
                Add(labels, parent, confidence, timestamp, instances: null);
            }

            Add(labels, name, confidence, timestamp, ofName);
        }

        return [.. labels.Values];
    }

    private static void Add(
        SortedDictionary<string, LabelDetection> labels,
        string name,
        float confidence,
        long timestamp,
        List<LabelInstance>? instances)
    {
        var known = labels.GetValueOrDefault(name);
        var label = ObjectLabels.ByName[name];
        labels[name] = new()
        {
            Timestamp = timestamp,
            Name = name,
            Confidence = Math.Max(confidence, known?.Confidence ?? 0),
            Instances = instances ?? known?.Instances,
            Parents = label.Parents.Count > 0 ? label.Parents : null,
            Aliases = label.Aliases.Count > 0 ? label.Aliases : null,
            Categories = [label.Category],
        };
    }
}
