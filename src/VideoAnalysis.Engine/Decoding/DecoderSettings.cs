namespace VideoAnalysis.Engine.Decoding;

/// <summary>How the programs that read videos are run.</summary>
internal sealed record DecoderSettings
{
    /// <summary>The usual ones.</summary>
    public static DecoderSettings Default { get; } = new();

    /// <summary>The programs; those on the PATH by default.</summary>
    public FfmpegTools? Tools { get; init; }

    /// <summary>
    /// How long a program may be silent while it is waited for. A healthy one has something to say every few seconds of
    /// video at most.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Measures that.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
