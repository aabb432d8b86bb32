using System.Collections.Frozen;

namespace VideoAnalysis.Engine.Labels;

/// <summary>
/// What the classes of COCO are called as labels of Rekognition, with their ancestors. From <c>objects.tsv</c>, mapped
/// by hand after the Developer Guide ("Detecting labels in a video", "Detecting objects and concepts"), the examples of
/// the AWS command line and published answers of the service. Where none of them shows a label, its ancestors and its
/// category follow those of its neighbours.
/// </summary>
internal static class ObjectLabels
{
    private const string Resource = "objects.tsv";

    private static readonly IReadOnlyList<(string Class, ObjectLabel Label)> Rows = Read();

    /// <summary>The names of COCO's classes, in the order in which the network has them.</summary>
    public static IReadOnlyList<string> Classes { get; } = [.. OfClasses().Select(row => row.Class)];

    /// <summary>The label of each class, in the order in which the network has them.</summary>
    public static IReadOnlyList<ObjectLabel> OfClass { get; } = [.. OfClasses().Select(row => row.Label)];

    /// <summary>Every label, ancestors included, by name.</summary>
    public static FrozenDictionary<string, ObjectLabel> ByName { get; } =
        Rows.ToFrozenDictionary(row => row.Label.Name, row => row.Label, StringComparer.Ordinal);

    private static IEnumerable<(string Class, ObjectLabel Label)> OfClasses() => Rows.Where(row => row.Class != "-");

    private static List<(string Class, ObjectLabel Label)> Read()
    {
        using var stream = typeof(ObjectLabels).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program has no {Resource}.");
        using var reader = new StreamReader(stream);
        var rows = new List<(string, ObjectLabel)>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            rows.Add((cells[0], new ObjectLabel(cells[1], List(cells[2]), List(cells[3]), cells[4])));
        }

        return rows;
    }

    private static string[] List(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries);
}
