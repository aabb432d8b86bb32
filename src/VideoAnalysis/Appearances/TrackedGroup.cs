namespace VideoAnalysis.Appearances;

/// <summary>What a tracker made of a group of detections.</summary>
/// <param name="Appearances">
/// For each detection, in order, the number of its appearance; null for a part of something that is not in the group.
/// </param>
/// <param name="Ended">The appearances that are known to have ended now, in the order of their numbers.</param>
public sealed record TrackedGroup(IReadOnlyList<int?> Appearances, IReadOnlyList<Appearance> Ended);
