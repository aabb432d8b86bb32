using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Analyses;

/// <summary>
/// Joins results to fewer: gets the items as JSON, in the order in which they were found, and gives others.
/// </summary>
internal delegate IReadOnlyList<string> JoinResults(IEnumerable<string> items, VideoMetadata video);

/// <summary>
/// How a request wants to read a job's results. Pages of one view fit together; a page token of another view is not
/// valid.
/// </summary>
internal sealed record ResultView
{
    private ResultView(string name) => Name = name;

    /// <summary>In the order in which they were found.</summary>
    public static ResultView AsFound { get; } = new("");

    /// <summary>Tells it from the analysis's other views.</summary>
    public string Name { get; }

    /// <summary>What they are sorted by: paths into the items' JSON, and whether the largest comes first.</summary>
    public IReadOnlyList<(string Path, bool Descending)> Order { get; private init; } = [];

    /// <summary>How they are joined; null where they are not.</summary>
    public JoinResults? Join { get; private init; }

    /// <summary>Sorted; what is equal stays in the order in which it was found.</summary>
    public static ResultView Sorted(string name, params IReadOnlyList<(string Path, bool Descending)> order) =>
        new(name) { Order = order };

    /// <summary>Joined to fewer.</summary>
    public static ResultView Joined(string name, JoinResults join) => new(name) { Join = join };
}
