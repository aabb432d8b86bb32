using VideoAnalysis.Videos;

namespace VideoAnalysis.Appearances;

/// <summary>An appearance that may go on.</summary>
internal sealed class OpenAppearance
{
    private readonly long _start;
    private long _present;
    private long _detections;
    private double _confidenceSum;
    private long _confidences;
    private BestDetection _best;
    private float _bestScore;

    public OpenAppearance(int id, in TrackedDetection first)
    {
        (Id, Subject, _start, Last, Box) = (id, first.Subject, first.Timestamp, first.Timestamp, first.BoundingBox);
        (_best, _bestScore) = (BestOf(first), first.Score);
        Count(first);
    }

    public OpenAppearance(BinaryReader state)
    {
        var has = (Parts)state.ReadByte();
        Id = state.Read7BitEncodedInt();
        if (has.HasFlag(Parts.Subject))
        {
            Subject = new(state.ReadString(), has.HasFlag(Parts.Name) ? state.ReadString() : null);
        }

        _start = state.Read7BitEncodedInt64();
        Last = _start + state.Read7BitEncodedInt64();
        _present = state.Read7BitEncodedInt64();
        _detections = state.Read7BitEncodedInt64();
        _confidences = state.Read7BitEncodedInt64();
        _confidenceSum = state.ReadDouble();
        _bestScore = state.ReadSingle();
        _best = new(
            _start + state.Read7BitEncodedInt64(),
            has.HasFlag(Parts.BestBox) ? ReadBox(state) : null,
            has.HasFlag(Parts.BestConfidence) ? state.ReadSingle() : null);
        if (has.HasFlag(Parts.Box))
        {
            Box = ReadBox(state);
            Velocity = (state.ReadSingle(), state.ReadSingle());
        }

        EmbeddedAt = has.HasFlag(Parts.Embedding) ? state.Read7BitEncodedInt64() : null;
        IsUnverified = has.HasFlag(Parts.Unverified);
    }

    [Flags]
    private enum Parts : byte
    {
        None = 0,
        Subject = 1,
        Name = 2,
        Box = 4,
        BestBox = 8,
        BestConfidence = 16,
        Embedding = 32,
        Unverified = 64,
    }

    public int Id { get; }

    public Subject? Subject { get; private set; }

    /// <summary>When it was detected last, in milliseconds.</summary>
    public long Last { get; private set; }

    /// <summary>Where it was then.</summary>
    public BoundingBox? Box { get; private set; }

    /// <summary>How its centre moves: ratios of the frame's width and height a second.</summary>
    public (float X, float Y) Velocity { get; private set; }

    /// <summary>Whether it goes on over a possible cut, unverified.</summary>
    public bool IsUnverified { get; set; }

    /// <summary>The last detection that has an embedding, counted from 0 in the job.</summary>
    public long? EmbeddedAt { get; private set; }

    /// <summary>
    /// That detection's embedding. The state does not hold it: biometric data stays in its own store.
    /// </summary>
    public float[]? Embedding { get; private set; }

    public void Remember(long detection, float[]? embedding)
    {
        if (embedding is not null)
        {
            (EmbeddedAt, Embedding) = (detection, embedding);
        }
    }

    public void Add(in TrackedDetection detection, long step)
    {
        var elapsed = detection.Timestamp - Last;
        if (elapsed > 0)
        {
            // Timestamps are not exactly regular: half a step too long is no hole yet.
            _present += 2 * elapsed <= 3 * step ? elapsed : step;
            Move(detection.BoundingBox, elapsed / 1000.0);
            Last = detection.Timestamp;
        }

        var isBetter = detection.Score > _bestScore;
        if (isBetter)
        {
            (_best, _bestScore) = (BestOf(detection), detection.Score);
        }

        if (detection.Subject?.Name is not null && (isBetter || Subject?.Name is null))
        {
            Subject = detection.Subject;
        }

        Count(detection);
    }

    public Appearance Close(long end, AppearanceEnd ended) => new()
    {
        Id = Id,
        Subject = Subject,
        Start = _start,
        End = Math.Max(end, Last),
        Present = _present + Math.Max(end - Last, 0),
        Detections = _detections,
        Confidence = _confidences == 0 ? null : (float)(_confidenceSum / _confidences),
        Best = _best,
        Ended = ended,
        Source = AppearanceSource.Linked,
        AcrossCuts = IsUnverified ? AcrossCuts.Unverified : null,
    };

    public void Save(BinaryWriter state)
    {
        state.Write((byte)(
            (Subject is null ? Parts.None : Parts.Subject)
            | (Subject?.Name is null ? Parts.None : Parts.Name)
            | (Box is null ? Parts.None : Parts.Box)
            | (_best.BoundingBox is null ? Parts.None : Parts.BestBox)
            | (_best.Confidence is null ? Parts.None : Parts.BestConfidence)
            | (EmbeddedAt is null ? Parts.None : Parts.Embedding)
            | (IsUnverified ? Parts.Unverified : Parts.None)));
        state.Write7BitEncodedInt(Id);
        if (Subject is not null)
        {
            state.Write(Subject.Key);
            if (Subject.Name is not null)
            {
                state.Write(Subject.Name);
            }
        }

        state.Write7BitEncodedInt64(_start);
        state.Write7BitEncodedInt64(Last - _start);
        state.Write7BitEncodedInt64(_present);
        state.Write7BitEncodedInt64(_detections);
        state.Write7BitEncodedInt64(_confidences);
        state.Write(_confidenceSum);
        state.Write(_bestScore);
        state.Write7BitEncodedInt64(_best.Timestamp - _start);
        Write(state, _best.BoundingBox);
        if (_best.Confidence is { } confidence)
        {
            state.Write(confidence);
        }

        if (Box is not null)
        {
            Write(state, Box);
            state.Write(Velocity.X);
            state.Write(Velocity.Y);
        }

        if (EmbeddedAt is { } position)
        {
            state.Write7BitEncodedInt64(position);
        }
    }

    private static BestDetection BestOf(in TrackedDetection detection) =>
        new(detection.Timestamp, detection.BoundingBox, detection.Confidence);

    private static BoundingBox ReadBox(BinaryReader state) =>
        new(state.ReadSingle(), state.ReadSingle(), state.ReadSingle(), state.ReadSingle());

    private static void Write(BinaryWriter state, BoundingBox? box)
    {
        if (box is not null)
        {
            state.Write(box.Left);
            state.Write(box.Top);
            state.Write(box.Width);
            state.Write(box.Height);
        }
    }

    private void Count(in TrackedDetection detection)
    {
        _detections++;
        if (detection.Confidence is { } confidence)
        {
            _confidenceSum += confidence;
            _confidences++;
        }
    }

    private void Move(BoundingBox? to, double seconds)
    {
        if (Box is not null && to is not null)
        {
            var (x, y) = (
                (float)((to.CenterX() - Box.CenterX()) / seconds),
                (float)((to.CenterY() - Box.CenterY()) / seconds));
            Velocity = _detections == 1 ? (x, y) : ((Velocity.X + x) / 2, (Velocity.Y + y) / 2);
        }

        Box = to;
    }
}
