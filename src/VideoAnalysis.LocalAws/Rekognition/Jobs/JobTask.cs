using System.Globalization;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>One job of a pass: what was found of it, and is not stored yet.</summary>
internal sealed class JobTask(VideoJob job, EngineWork work)
{
    private readonly List<(string Json, ReadOnlyMemory<float> Embedding)> _pending = [];
    private readonly List<long> _cuts = [];
    private EngineWork _work = work;

    /// <summary>The job.</summary>
    public VideoJob Job => job;

    /// <summary>What the engine is asked to do for it.</summary>
    public EngineRequest Request => _work.Request;

    /// <summary>How many detections are stored.</summary>
    public long StoredDetections { get; private set; }

    /// <summary>How many detections there are.</summary>
    public long Detections => StoredDetections + _pending.Count;

    /// <summary>The detections that are not stored yet, as JSON, each with its embedding if it has one.</summary>
    public IReadOnlyList<(string Json, ReadOnlyMemory<float> Embedding)> Pending => _pending;

    /// <summary>The hard cuts that are not stored yet.</summary>
    public IReadOnlyList<long> PendingCuts => _cuts;

    /// <summary>Whether the engine has told all hard cuts so far.</summary>
    public bool KnowsCuts { get; private set; } = true;

    /// <summary>What could not be read of the video, in words; null where all of it could be.</summary>
    public string? Unread { get; private set; }

    /// <summary>The audio tracks of the video.</summary>
    public IReadOnlyList<AudioTrack> Audio { get; private set; } = [];

    /// <summary>Takes what a step has found for this job.</summary>
    public void Add(EngineStep step)
    {
        KnowsCuts &= step.Cuts is not null;
        _cuts.AddRange(step.Cuts ?? []);
        Audio = step.Audio ?? Audio;
        if (step.Unread is { } unread)
        {
            Unread = string.Create(
                CultureInfo.InvariantCulture,
                $"The video is damaged: {unread.Frames} of {unread.AllFrames} frames ({unread.Milliseconds} ms) " +
                $"could not be read. The rest was analyzed.");
        }

        foreach (var finding in step.Findings)
        {
            if (finding.Analysis == Request.Analysis && _work.Write(finding) is { } json)
            {
                _pending.Add((json, finding.Embedding));
            }
        }
    }

    /// <summary>Everything found so far is stored.</summary>
    public void Stored()
    {
        StoredDetections = Detections;
        _pending.Clear();
        _cuts.Clear();
    }

    /// <summary>Forgets what was found, for another attempt from the start.</summary>
    /// <param name="again">Writes what is found then.</param>
    public void Restart(EngineWork again)
    {
        _work = again;
        _pending.Clear();
        _cuts.Clear();
        (StoredDetections, KnowsCuts, Unread) = (0, true, null);
    }
}
