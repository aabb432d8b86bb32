namespace VideoAnalysis.Results;

/// <summary>
/// A page token is of another result, of another video or of an earlier upload: start again at the first page.
/// </summary>
public sealed class StalePositionException()
    : Exception("The token is of another result, another video's or one that was replaced since. Start again at the " +
        "first page.");
