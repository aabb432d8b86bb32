using VideoAnalysis.Analyses.Segments;
using VideoAnalysis.Engine.Analyses;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Shots;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Segments;

/// <summary>
/// The segments of one video. They are told at its end: technical cues first, then shots, each in the order of time, as
/// Rekognition has them. Until then some 16 bytes a frame are kept.
/// </summary>
/// <param name="wanted">Which segments.</param>
/// <param name="video">What the video says of itself.</param>
internal sealed class SegmentRun(SegmentOptions wanted, VideoMetadata video) : EngineRun
{
    private readonly FrameClock _clock = new(video.FrameRate);
    private readonly BlackFrames _black = new(wanted.MaxPixelThreshold, wanted.MinCoveragePercentage);
    private readonly CueRuns _blackRuns = new();
    private readonly CueRuns _barRuns = new();
    private readonly LoudParts _loud = new();
    private readonly List<float> _contrasts = [];
    private readonly List<Cut> _cuts = [];

    /// <summary>Frames are black frames only where there is silence.</summary>
    public override bool WantsSound => _blackRuns.All.Count > 0;

    /// <inheritdoc/>
    public override IReadOnlyList<EngineFinding> Follow(SmallPicture picture, IReadOnlyList<Cut> cuts)
    {
        _clock.Add(picture.Timestamp);
        if (wanted.Shots)
        {
            _contrasts.Add(Contrast.Of(picture));
            _cuts.AddRange(cuts);
        }

        if (wanted.TechnicalCues)
        {
            _blackRuns.Add(_black.ConfidenceOf(picture));
            _barRuns.Add(ColorBars.ConfidenceOf(picture));
        }

        return [];
    }

    /// <inheritdoc/>
    public override void Hear(SoundBlock sound) => _loud.Add(sound);

    /// <inheritdoc/>
    public override IReadOnlyList<EngineFinding> End(IReadOnlyList<Cut> cuts)
    {
        _cuts.AddRange(cuts);
        List<SegmentDetection> segments = [.. Cues().OrderBy(cue => cue.StartFrameNumber), .. Shots()];
        return [.. segments.Select(segment => new EngineFinding("segments", segment))];
    }

    private IEnumerable<SegmentDetection> Cues() =>
        _blackRuns.All.SelectMany(Silent).Select(run => Cue("BlackFrames", run))
            .Concat(_barRuns.All.Select(run => Cue("ColorBars", run)))
            .Where(cue => cue.Confidence >= wanted.MinCueConfidence);

    private IEnumerable<SegmentDetection> Shots() => ShotList.Of(_cuts, _contrasts)
        .Select((shot, index) => _clock.Segment(shot.First, shot.Last) with
        {
            Type = SegmentTypes.Shot,
            ShotIndex = index,
            Confidence = shot.Confidence,
        })
        .Where(shot => shot.Confidence >= wanted.MinShotConfidence);

    private SegmentDetection Cue(string cue, FrameRun run) => _clock.Segment(run.First, run.Last) with
    {
        Type = SegmentTypes.TechnicalCue,
        TechnicalCue = cue,
        Confidence = run.Confidence,
    };

    // The parts of a run of black frames over which nothing is heard.
    private IEnumerable<FrameRun> Silent(FrameRun run)
    {
        var loud = _loud.Within(_clock.Shown(run.First).From, _clock.Shown(run.Last).To);
        int? first = null;
        for (var frame = run.First; frame <= run.Last; frame++)
        {
            var (from, to) = _clock.Shown(frame);
            var isSilent = !loud.Any(part => part.Overlaps(from, to));
            first ??= isSilent ? frame : null;
            if (first is { } begin && (!isSilent || frame == run.Last))
            {
                yield return run with { First = begin, Last = isSilent ? frame : frame - 1 };
                first = null;
            }
        }
    }
}
