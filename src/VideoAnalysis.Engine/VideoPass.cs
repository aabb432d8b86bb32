using System.Threading.Channels;
using VideoAnalysis.Engine.Analyses;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Shots;

namespace VideoAnalysis.Engine;

/// <summary>One way through a video for all analyses that are wanted of it. Holds a few pictures at a time.</summary>
/// <param name="video">The video.</param>
/// <param name="runs">The analyses.</param>
/// <param name="free">Has as many places as pictures may be looked at at a time, here and in other videos.</param>
/// <param name="steps">Gets the steps in the order of the video, each maybe still under way; is completed.</param>
internal sealed class VideoPass(
    VideoFile video, IReadOnlyList<EngineRun> runs, SemaphoreSlim free, ChannelWriter<Task<EngineStep>> steps)
{
    private readonly CutDetector _cutDetector = new();
    private List<EngineFinding> _followed = [];
    private List<long> _cuts = [];
    private Task<IReadOnlyList<EngineFinding>>? _looking;

    // The last step tells how the video ended: each is held back until the next one comes.
    private Task<EngineStep>? _held;

    /// <summary>Goes all the way. Never throws: an error completes the channel.</summary>
    /// <param name="stop">Ends it early.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var picture in video.ReadAsync(everyFrame: true, stop))
            {
                if (picture is SampledPicture sampled)
                {
                    await TakeAsync(sampled, stop);
                }
                else
                {
                    Follow((SmallPicture)picture);
                }
            }

            await HearAsync(stop);
            var cuts = Cuts(_cutDetector.Finish());
            _followed.AddRange(runs.SelectMany(run => run.End(cuts)));
            _held = EndAsync(_held, Take(0) with { Unread = video.Unread, Audio = video.Audio });
            await steps.WriteAsync(_held, stop);
            steps.Complete();
        }
        // Whatever it is, it is for the reader: the channel throws it again where the steps are enumerated.
        catch (Exception e)
        {
            // What is under way ends soon, and gives its place back. The picture that is looked at may be of no step
            // yet.
            foreach (var task in (Task?[])[_held, _looking])
            {
                await (task ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            steps.Complete(e);
        }
    }

    private async Task HearAsync(CancellationToken stop)
    {
        List<EngineRun> listening = [.. runs.Where(run => run.WantsSound)];
        if (listening.Count > 0)
        {
            await foreach (var sound in video.ReadSoundAsync(stop))
            {
                listening.ForEach(run => run.Hear(sound));
            }
        }
    }

    private void Follow(SmallPicture picture)
    {
        using (picture)
        {
            var cuts = Cuts(_cutDetector.Add(picture));
            foreach (var run in runs)
            {
                _followed.AddRange(run.Follow(picture, cuts));
            }
        }
    }

    private async Task TakeAsync(SampledPicture picture, CancellationToken stop)
    {
        var timestamp = picture.Timestamp;
        _looking = picture.Repeated && _looking is not null
            ? AgainAsync(_looking, picture)
            : await BeginAsync(picture, stop);
        if (_held is not null)
        {
            await steps.WriteAsync(_held, stop);
        }

        _held = FinishAsync(_looking, Take(timestamp));
    }

    private static async Task<EngineStep> FinishAsync(Task<IReadOnlyList<EngineFinding>> looking, EngineStep step) =>
        step with { Findings = [.. await looking, .. step.Findings] };

    private static async Task<EngineStep> EndAsync(Task<EngineStep>? last, EngineStep end) => last is null
        ? end
        : end with
        {
            Timestamp = (await last).Timestamp,
            Findings = [.. (await last).Findings, .. end.Findings],
            Cuts = [.. (await last).Cuts ?? [], .. end.Cuts ?? []],
        };

    private static async Task<IReadOnlyList<EngineFinding>> AgainAsync(
        Task<IReadOnlyList<EngineFinding>> before, SampledPicture picture)
    {
        var timestamp = picture.Timestamp;
        picture.Dispose();
        return [.. (await before).Select(finding =>
            finding with { Detection = finding.Detection with { Timestamp = timestamp } })];
    }

    // Returns the work under way once a core is free for it. That is not cancelled: it ends soon, and cleans up.
    private async Task<Task<IReadOnlyList<EngineFinding>>> BeginAsync(SampledPicture picture, CancellationToken stop)
    {
        try
        {
            await free.WaitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            picture.Dispose();
            throw;
        }

        return Task.Run(() => Look(picture), CancellationToken.None);
    }

    private IReadOnlyList<EngineFinding> Look(SampledPicture picture)
    {
        try
        {
            using (picture)
            {
                return [.. runs.SelectMany(run => run.Look(picture))];
            }
        }
        finally
        {
            free.Release();
        }
    }

    // What was found on the way since the step before.
    private EngineStep Take(long timestamp)
    {
        var step = new EngineStep(timestamp, _followed, _cuts);
        (_followed, _cuts) = ([], []);
        return step;
    }

    private IReadOnlyList<Cut> Cuts(IReadOnlyList<Cut> found)
    {
        _cuts.AddRange(found.Select(cut => cut.Timestamp));
        return found;
    }
}
