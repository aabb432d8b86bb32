using VideoAnalysis.Engine.Decoding;

namespace VideoAnalysis.Engine.Segments;

/// <summary>When something is to be heard.</summary>
internal sealed class LoudParts
{
    // What is no louder than that is silence: -60 dB, as ffmpeg's silencedetect has it by default.
    private const double Silence = 1e-6;

    // 10 ms.
    private const int Window = SoundBlock.Rate / 100;

    // AAC spreads a sound over 2,048 samples, 46 ms at 44,100 a second: so far it may reach into silence beside it.
    private const double Spread = 50;

    private readonly List<Part> _parts = [];

    /// <summary>Takes what is heard next.</summary>
    public void Add(SoundBlock sound)
    {
        for (var start = 0; start < sound.Length; start += Window)
        {
            var length = Math.Min(Window, sound.Length - start);
            if (sound.Power(start, length) > Silence)
            {
                var from = sound.Timestamp + (start * 1000.0 / SoundBlock.Rate);
                Add(from, from + (length * 1000.0 / SoundBlock.Rate));
            }
        }
    }

    /// <summary>The parts within a span, without what has only spread into it from beside it.</summary>
    /// <param name="from">Milliseconds.</param>
    /// <param name="to">Milliseconds.</param>
    public IReadOnlyList<Part> Within(double from, double to)
    {
        var spread = Math.Min(Spread, (to - from) / 3);
        return [.. _parts.Where(part => part.To > from + spread && part.From < to - spread)];
    }

    // Times are rounded to milliseconds, so that neighbours may be a little apart.
    private void Add(double from, double to)
    {
        if (_parts is [.., var last] && from <= last.To + 1)
        {
            _parts[^1] = last with { To = to };
        }
        else
        {
            _parts.Add(new(from, to));
        }
    }

    /// <summary>Something is to be heard from one time to another, in milliseconds, give or take 10.</summary>
    internal readonly record struct Part(double From, double To)
    {
        /// <summary>Whether it reaches into a span, for more than what is uncertain of it.</summary>
        public bool Overlaps(double from, double to)
        {
            var uncertain = Math.Min(1000.0 * Window / SoundBlock.Rate, (to - from) / 3);
            return From < to - uncertain && To > from + uncertain;
        }
    }
}
