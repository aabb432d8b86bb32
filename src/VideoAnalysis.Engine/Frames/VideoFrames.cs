using OpenCvSharp;
using VideoAnalysis.Engine.Container;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Frames;

/// <summary>A video that can be decoded, frame after frame. Not safe for use by several threads at once.</summary>
internal sealed class VideoFrames : IDisposable
{
    /// <summary>Milliseconds between two samples, as Rekognition Video takes them.</summary>
    public const int SamplingInterval = 500;

    // What an edit list may be off; less than that is missing from no truncated file.
    private const double MissingEndTolerance = 1000;

    // CAP_PROP_OPEN_TIMEOUT_MSEC and CAP_PROP_READ_TIMEOUT_MSEC, which the wrapper does not name; 0 is no limit. They are
    // meant for cameras: a machine that is busy, or was suspended, is no damaged video.
    private const int OpenTimeout = 53;
    private const int ReadTimeout = 54;

    private readonly VideoCapture _capture;
    private readonly VideoTrack _track;

    private VideoFrames(VideoCapture capture, VideoTrack track)
    {
        _capture = capture;
        _track = track;
        Metadata = new VideoMetadata
        {
            Codec = "h264",
            // The name that FFmpeg, and so Rekognition, has for MP4 and MOV alike.
            Format = "QuickTime / MOV",
            DurationMillis = (long)Math.Round(track.Duration.TotalMilliseconds),
            FrameRate = (float)track.FrameRate,
            // As a player shows it: turned already, if the file says so.
            FrameWidth = capture.FrameWidth,
            FrameHeight = capture.FrameHeight,
            ColorRange = track.ColorRange,
        };
    }

    /// <summary>What is known of the video before a frame is decoded.</summary>
    public VideoMetadata Metadata { get; }

    /// <summary>Opens a video, whatever its file is called.</summary>
    /// <exception cref="UnusableVideoException">It is no video, or not one that Rekognition would take.</exception>
    /// <exception cref="NativeLibraryMissingException">Packages of the system are missing.</exception>
    public static VideoFrames Open(string path)
    {
        var track = VideoContainer.Inspect(path);
        NativeDecoder.Require();
        var capture = new VideoCapture(
            Path.GetFullPath(path), VideoCaptureAPIs.FFMPEG, [OpenTimeout, 0, ReadTimeout, 0]);
        if (capture.IsOpened() && capture is { FrameWidth: > 0, FrameHeight: > 0 })
        {
            return new VideoFrames(capture, track);
        }

        capture.Dispose();
        throw UnusableVideo.Damaged("the decoder does not accept it");
    }

    /// <summary>
    /// The first frame at or after every half second, with its own presentation time in milliseconds. The caller owns the
    /// pictures (BGR).
    /// </summary>
    /// <exception cref="UnusableVideoException">While enumerating: the video cannot be decoded to its end.</exception>
    public IEnumerable<(long Timestamp, Mat Picture)> Sample(CancellationToken cancellationToken)
    {
        var next = 0.0;
        var last = -1.0;
        // Grab decodes, which later frames need; only what is sampled is also converted and copied.
        while (_capture.Grab())
        {
            cancellationToken.ThrowIfCancellationRequested();
            last = _capture.PosMsec;
            if (Math.Round(last) < next)
            {
                continue;
            }

            next = (Math.Floor(Math.Round(last) / SamplingInterval) + 1) * SamplingInterval;
            var picture = new Mat();
            if (!_capture.Retrieve(picture) || picture.Empty())
            {
                picture.Dispose();
                throw UnusableVideo.Damaged($"the picture at {last / 1000:F1} s cannot be decoded");
            }

            yield return ((long)Math.Round(last), picture);
        }

        ThrowIfCutShort(last);
    }

    /// <inheritdoc/>
    public void Dispose() => _capture.Dispose();

    private void ThrowIfCutShort(double last)
    {
        if (last < 0)
        {
            throw UnusableVideo.Damaged("it holds no picture that can be decoded");
        }

        var end = _track.Duration.TotalMilliseconds;
        if (last + _track.LastFrame.TotalMilliseconds + MissingEndTolerance < end)
        {
            throw UnusableVideo.Damaged($"it can be decoded up to {last / 1000:F1} s of {end / 1000:F1} s only");
        }
    }
}
