namespace VideoAnalysis.Appearances;

/// <summary>
/// Joins detections into appearances while they stream by. What it answers depends on the detections and the
/// evidence alone: not on how they are cut into pages, nor on where the state is saved and restored. Its state is
/// bounded, whatever the length of the video.
/// </summary>
public abstract class AppearanceTracker
{
    /// <summary>More are never open: the one that is unseen for longest ends first. A frame holds 100 faces.</summary>
    internal const int MaxOpen = 256;

    private const byte Version = 1;

    private readonly List<OpenAppearance> _open = [];
    private readonly StepEstimate _step;
    private int _appearances;
    private long _last = -1;
    private long? _cutsKnownSince;

    /// <param name="state">What <see cref="Save"/> gave; null to begin at the first detection.</param>
    /// <exception cref="TrackerStateException">The state cannot be read.</exception>
    private protected AppearanceTracker(byte[]? state)
    {
        if (state is null)
        {
            _step = new();
            return;
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(state));
            if (reader.ReadByte() != Version)
            {
                throw new TrackerStateException("The tracker's state was saved by another version.");
            }

            _appearances = reader.Read7BitEncodedInt();
            Detections = reader.Read7BitEncodedInt64();
            _last = reader.Read7BitEncodedInt64() - 1;
            var since = reader.Read7BitEncodedInt64();
            _cutsKnownSince = since == 0 ? null : since - 1;
            _step = new(reader);
            for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
            {
                _open.Add(new(reader));
            }
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            throw new TrackerStateException("The tracker's state is damaged.", e);
        }
    }

    /// <summary>How many detections came so far: the number of the next one.</summary>
    public long Detections { get; private set; }

    /// <summary>The latest timestamp, in milliseconds: cuts are wanted from here on. 0 before the first.</summary>
    public long LastTimestamp => Math.Max(_last, 0);

    /// <summary>
    /// The detections whose embeddings have to be in the next evidence, if the engine has any: the state does not
    /// hold them. Empty unless the tracker was restored.
    /// </summary>
    public IReadOnlyList<long> MissingEmbeddings =>
        [.. _open.Where(open => open.Embedding is null).Select(open => open.EmbeddedAt).OfType<long>()];

    /// <summary>Whether a hard cut ends what appears.</summary>
    private protected abstract bool EndsAtCuts { get; }

    /// <summary>
    /// Takes the detections of one timestamp, all of them, or a single detection that is a span. They come in the
    /// engine's order.
    /// </summary>
    /// <param name="group">The detections.</param>
    /// <param name="evidence">What is known beside them; cuts count from <see cref="LastTimestamp"/> on.</param>
    /// <returns>The number of each detection's appearance, and the appearances that have ended.</returns>
    /// <exception cref="ArgumentException">The group is empty, or its detections do not belong together.</exception>
    public TrackedGroup Add(IReadOnlyList<TrackedDetection> group, AppearanceEvidence? evidence = null)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (group.Count == 0 || group.Any(other => other.Timestamp != group[0].Timestamp)
            || (group.Count > 1 && group.Any(other => other.EndTimestamp is not null)))
        {
            throw new ArgumentException("A group is the detections of one timestamp, or one span.", nameof(group));
        }

        var added = group[0].EndTimestamp is { } end
            ? AddSpan(group[0], end)
            : AddGroup(group, evidence ?? AppearanceEvidence.None);
        Detections += group.Count;
        return added;
    }

    /// <summary>Ends what is still open, since no detection follows.</summary>
    /// <param name="duration">The length of the video in milliseconds, if it is known.</param>
    /// <param name="evidence">What is known of the cuts after <see cref="LastTimestamp"/>.</param>
    /// <returns>The appearances, in the order of their numbers.</returns>
    public IReadOnlyList<Appearance> Finish(long? duration, AppearanceEvidence? evidence = null)
    {
        var end = duration ?? long.MaxValue;
        var cut = EndsAtCuts ? evidence?.FirstCut(_last, end) : null;
        Appearance[] ended = [.. _open.Select(open =>
            cut is { } at && at - open.Last <= _step.Gap ? Close(open, AppearanceEnd.Cut, at)
            : duration - open.Last > _step.Gap ? Close(open, AppearanceEnd.Gap, end)
            : Close(open, AppearanceEnd.End, end))];
        _open.Clear();
        return ended;
    }

    /// <summary>
    /// The state, to go on from after a restart. About 80 bytes an open appearance and the length of its subject.
    /// </summary>
    public byte[] Save()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write7BitEncodedInt(_appearances);
        writer.Write7BitEncodedInt64(Detections);
        writer.Write7BitEncodedInt64(_last + 1);
        writer.Write7BitEncodedInt64(_cutsKnownSince + 1 ?? 0);
        _step.Save(writer);
        writer.Write7BitEncodedInt(_open.Count);
        foreach (var open in _open)
        {
            open.Save(writer);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Says for each detection of a group which open appearance it goes on with.</summary>
    private protected abstract Link[] Join(
        IReadOnlyList<TrackedDetection> group,
        float[]?[] embeddings,
        IReadOnlyList<OpenAppearance> open,
        long previous);

    private TrackedGroup AddSpan(in TrackedDetection span, long end)
    {
        end = Math.Max(end, span.Timestamp);
        var appearance = new Appearance
        {
            Id = _appearances++,
            Subject = span.Subject,
            Start = span.Timestamp,
            End = end,
            Present = end - span.Timestamp,
            Detections = 1,
            Confidence = span.Confidence,
            Best = new(span.Timestamp, span.BoundingBox, span.Confidence),
            Source = AppearanceSource.Native,
        };
        return new([appearance.Id], [appearance]);
    }

    private TrackedGroup AddGroup(IReadOnlyList<TrackedDetection> group, AppearanceEvidence evidence)
    {
        var timestamp = group[0].Timestamp;
        var ended = CloseBefore(timestamp, evidence);
        foreach (var open in _open.Where(open => open.Embedding is null && open.EmbeddedAt is not null))
        {
            open.Remember(open.EmbeddedAt!.Value, evidence.EmbeddingOf(open.EmbeddedAt.Value));
        }

        _cutsKnownSince = evidence.KnowsCuts(LastTimestamp, timestamp) ? _cutsKnownSince ?? LastTimestamp : null;
        int[] places = [.. Enumerable.Range(0, group.Count).Where(i => group[i].PartOf is null)];
        TrackedDetection[] whole = [.. places.Select(i => group[i])];
        float[]?[] embeddings = [.. places.Select(i => evidence.EmbeddingOf(Detections + i))];
        var links = Join(whole, embeddings, _open, _last);
        var joined = new OpenAppearance[whole.Length];
        for (var i = 0; i < whole.Length; i++)
        {
            var open = links[i].SameAs is { } earlier ? joined[earlier] : links[i].To;
            if (open is null)
            {
                _open.Add(open = new(_appearances++, whole[i]));
            }
            else
            {
                open.IsUnverified |= links[i].AcrossPossibleCut && !(_cutsKnownSince <= open.Last);
                open.Add(whole[i], _step.Step);
            }

            open.Remember(Detections + places[i], embeddings[i]);
            joined[i] = open;
        }

        if (_last >= 0 && timestamp > _last)
        {
            _step.Add(timestamp - _last);
        }

        _last = Math.Max(_last, timestamp);
        CloseSurplus(ended);
        return new(NumbersOf(group, whole, joined), ended);
    }

    private static int?[] NumbersOf(
        IReadOnlyList<TrackedDetection> group, TrackedDetection[] whole, OpenAppearance[] joined)
    {
        var (numbers, next) = (new int?[group.Count], 0);
        for (var i = 0; i < numbers.Length; i++)
        {
            var place = group[i].PartOf is { } number ? Array.FindIndex(whole, each => each.Number == number) : next++;
            numbers[i] = place < 0 ? null : joined[place].Id;
        }

        return numbers;
    }

    private List<Appearance> CloseBefore(long timestamp, AppearanceEvidence evidence)
    {
        var ended = new List<Appearance>();
        var cut = EndsAtCuts ? evidence.FirstCut(_last, timestamp) : null;
        _open.RemoveAll(open =>
        {
            AppearanceEnd? why = cut - open.Last <= _step.Gap ? AppearanceEnd.Cut
                : cut is not null || timestamp - open.Last > _step.Gap ? AppearanceEnd.Gap
                : null;
            if (why is { } reason)
            {
                ended.Add(Close(open, reason, reason == AppearanceEnd.Cut ? cut!.Value : long.MaxValue));
            }

            return why is not null;
        });
        return ended;
    }

    private void CloseSurplus(List<Appearance> ended)
    {
        while (_open.Count > MaxOpen)
        {
            var unseen = _open.MinBy(open => (open.Last, open.Id))!;
            ended.Add(Close(unseen, AppearanceEnd.Gap, long.MaxValue));
            _open.Remove(unseen);
        }

        ended.Sort((one, other) => one.Id.CompareTo(other.Id));
    }

    private Appearance Close(OpenAppearance open, AppearanceEnd ended, long atMost) =>
        open.Close(Math.Min(open.Last + _step.Step, atMost), ended);

    /// <summary>How a detection goes on with what appeared before.</summary>
    /// <param name="To">The open appearance; null if another begins.</param>
    /// <param name="AcrossPossibleCut">Whether there may be a cut in between, and no embedding says otherwise.</param>
    /// <param name="SameAs">The place in the group of an earlier detection of the same thing.</param>
    private protected readonly record struct Link(
        OpenAppearance? To, bool AcrossPossibleCut = false, int? SameAs = null);
}
