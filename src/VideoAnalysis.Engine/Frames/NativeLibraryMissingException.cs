namespace VideoAnalysis.Engine.Frames;

/// <summary>OpenCV's native library does not load: this machine lacks system packages that it needs.</summary>
internal sealed class NativeLibraryMissingException(Exception inner) : Exception(
    "OpenCV, which decodes the video, does not load on this machine. On Debian this installs what it needs: "
    + $"sudo apt-get install -y {DebianPackages}",
    inner)
{
    /// <summary>What a bare Debian machine lacks; found with <c>ldd libOpenCvSharpExtern.so</c>.</summary>
    public const string DebianPackages = "libgtk-3-0 libdrm2 libatomic1";
}
