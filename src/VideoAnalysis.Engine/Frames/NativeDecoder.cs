using System.Runtime.InteropServices;
using OpenCvSharp;

namespace VideoAnalysis.Engine.Frames;

/// <summary>Brings the native library (OpenCV with its FFmpeg) up, once a process, and quietly.</summary>
internal static class NativeDecoder
{
    private static readonly Lazy<bool> Started = new(Start);

    /// <summary>Loads the native library if it is not loaded yet. Call before anything else of OpenCV.</summary>
    /// <exception cref="NativeLibraryMissingException">Packages of the system are missing.</exception>
    public static void Require() => _ = Started.Value;

    private static bool Start()
    {
        // Read by native code, which does not see what Environment.SetEnvironmentVariable sets. FFmpeg otherwise writes
        // to the console about every damaged video, and gives a video up that has little picture for much sound.
        Set("OPENCV_FFMPEG_LOGLEVEL", "-8");
        Set("OPENCV_FFMPEG_READ_ATTEMPTS", "1000000");
        try
        {
            Cv2.SetLogLevel(OpenCvSharp.LogLevel.SILENT);
            // Frames are spread over the cores; threads inside each of them on top of that only get in each other's way.
            Cv2.SetNumThreads(1);
            return true;
        }
        catch (Exception e) when (e is TypeInitializationException or DllNotFoundException or OpenCvSharpException)
        {
            throw new NativeLibraryMissingException(e);
        }
    }

    private static void Set(string name, string value)
    {
        if (OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable(name) is null)
        {
            _ = SetEnvironment(name, value, 1);
        }
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetEnvironment(string name, string value, int overwrite);
}
