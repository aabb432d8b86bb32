namespace VideoAnalysis.Engine.Decoding;

/// <summary>ffmpeg or ffprobe is not installed, or is too old. The message has the command that installs it.</summary>
internal sealed class FfmpegMissingException(string problem) : Exception(
    problem + " Version 4.2 or later is needed, with ffprobe. " + Installation)
{
    /// <summary>How it is installed on the usual systems.</summary>
    public const string Installation =
        "Install it: \"sudo apt-get install -y ffmpeg\" on Debian or Ubuntu, \"sudo dnf install -y ffmpeg-free\" on "
        + "Fedora, \"brew install ffmpeg\" on macOS, \"winget install ffmpeg\" on Windows.";
}
