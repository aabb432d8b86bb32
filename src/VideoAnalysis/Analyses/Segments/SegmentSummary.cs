using VideoAnalysis.Videos;

namespace VideoAnalysis.Analyses.Segments;

/// <summary>What the segments of a video come to.</summary>
public sealed record SegmentSummary : Summary
{
    /// <summary>The number of shots.</summary>
    public long Shots { get; init; }

    /// <summary>The number of technical cues.</summary>
    public long TechnicalCues { get; init; }

    /// <summary>The types that were looked for, with the versions of their models.</summary>
    public IReadOnlyList<SegmentModel> Models { get; init; } = [];

    /// <summary>The audio tracks of the video.</summary>
    public IReadOnlyList<AudioTrack> Audio { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(SegmentSummary? other) =>
        base.Equals(other) && Shots == other.Shots && TechnicalCues == other.TechnicalCues
        && Models.SequenceEqual(other.Models) && Audio.SequenceEqual(other.Audio);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Shots, TechnicalCues);
}

/// <summary>A type that was looked for.</summary>
/// <param name="Type"><c>SHOT</c> or <c>TECHNICAL_CUE</c>.</param>
/// <param name="ModelVersion">The version of the model that looked; absent when the engine does not say.</param>
public sealed record SegmentModel(string Type, string? ModelVersion = null);
