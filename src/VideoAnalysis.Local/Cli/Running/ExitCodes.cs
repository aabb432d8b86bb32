namespace VideoAnalysis.Local.Cli.Running;

/// <summary>What the process ends with.</summary>
internal static class ExitCodes
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>Something failed, and was told of.</summary>
    public const int Failure = 1;

    /// <summary>The command line, or what it names, cannot be used.</summary>
    public const int Usage = 2;

    /// <summary>Ended by Ctrl-C: 128 and the number of SIGINT, as shells count.</summary>
    public const int Interrupted = 130;
}
