using OpenCvSharp;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine.Faces;
using VideoAnalysis.Engine.Frames;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Detection;

[Collection(DetectorGroup.Name)]
public sealed class FaceDetectorTests : IDisposable
{
    // Where the face is in the first frame of the five-second clip, from its truth.
    private const double FaceHeight = 0.5;
    private const double FaceX = 0.35;
    private const double FaceY = 0.42;

    private readonly FaceDetector _detector;
    private readonly Mat _portrait;

    public FaceDetectorTests()
    {
        using var frames = VideoFrames.Open(SampleVideos.FiveSeconds);
        _portrait = frames.Sample(TestContext.Current.CancellationToken).First().Picture;
        _detector = new FaceDetector(new FaceModels(FaceModels.DefaultDirectory));
    }

    public void Dispose()
    {
        _portrait.Dispose();
        _detector.Dispose();
    }

    [Fact]
    public void A_face_of_40_pixels_is_found_anywhere_in_a_1080p_frame()
    {
        using var frame = Gray(1920, 1080);
        var places = new[]
        {
            (60, 60), (1860, 60), (60, 1020), (1860, 1020), (960, 540), (475, 355), (365, 180), (1440, 720), (700, 900),
        };
        foreach (var (x, y) in places)
        {
            Paste(frame, height: 40, x, y);
        }

        var faces = _detector.Detect(frame, 0, FaceAttributes.Default);

        Assert.All(places, place => Assert.Single(faces, f => Covers(f, place, frame)));
        Assert.Equal(places.Length, faces.Count);
    }

    [Theory]
    [InlineData(1920, 1080, 700)]
    [InlineData(1920, 1080, 250)]
    [InlineData(1080, 1920, 400)]
    [InlineData(3840, 2160, 80)]
    [InlineData(320, 240, 120)]
    [InlineData(176, 144, 60)]
    public void A_face_is_found_at_every_size_of_face_and_frame(int width, int height, int faceHeight)
    {
        using var frame = Gray(width, height);
        Paste(frame, faceHeight, width / 2, height / 2);

        var face = Assert.Single(_detector.Detect(frame, 0, FaceAttributes.Default));

        Assert.InRange(face.BoundingBox.Height * height, faceHeight * 0.85, faceHeight * 1.15);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(16, 500)]
    [InlineData(4096, 16)]
    public void A_frame_of_an_odd_shape_is_looked_at_without_complaint(int width, int height)
    {
        using var frame = new Mat(height, width, MatType.CV_8UC3);
        Cv2.Randu(frame, Scalar.All(0), Scalar.All(255));

        Assert.Empty(_detector.Detect(frame, 0, FaceAttributes.All));
    }

    [Fact]
    public void The_box_of_a_face_that_leaves_the_frame_reaches_beyond_it()
    {
        using var frame = Gray(640, 480);
        Paste(frame, height: 300, x: 90, y: 240);

        var face = Assert.Single(_detector.Detect(frame, 0, FaceAttributes.Default));

        Assert.True(face.BoundingBox.Left < 0, face.BoundingBox.ToString());
        Assert.InRange(face.BoundingBox.Left * 640, -40, -5);
    }

    [Theory]
    [InlineData(RotateFlags.Rotate90Clockwise, 93)]
    [InlineData(RotateFlags.Rotate90Counterclockwise, -87)]
    [InlineData(RotateFlags.Rotate180, -177)]
    public void A_face_is_found_whichever_way_up_it_is(RotateFlags turn, double roll)
    {
        using var turned = new Mat();
        Cv2.Rotate(_portrait, turned, turn);

        var face = Assert.Single(_detector.Detect(turned, 0, FaceAttributes.Default));

        // In the portrait itself the eyes are 3 degrees off the level.
        var off = (((face.Pose!.Roll - roll) % 360) + 540) % 360 - 180;
        Assert.InRange(off, -12, 12);
    }

    [Fact]
    public void A_darker_picture_is_less_bright()
    {
        using var dark = new Mat();
        _portrait.ConvertTo(dark, _portrait.Type(), 0.5);

        var bright = Assert.Single(_detector.Detect(_portrait, 0, FaceAttributes.Default)).Quality!.Brightness;
        var less = Assert.Single(_detector.Detect(dark, 0, FaceAttributes.Default)).Quality!.Brightness;

        Assert.Equal(bright / 2, less, 3f);
    }

    [Fact]
    public void A_blurred_picture_is_less_sharp()
    {
        using var blurred = new Mat();
        Cv2.GaussianBlur(_portrait, blurred, new Size(9, 9), 3);

        var sharp = Assert.Single(_detector.Detect(_portrait, 0, FaceAttributes.Default)).Quality!.Sharpness;
        var less = Assert.Single(_detector.Detect(blurred, 0, FaceAttributes.Default)).Quality!.Sharpness;

        Assert.True(less < sharp / 2, $"{less} is not less than half of {sharp}");
    }

    private static Mat Gray(int width, int height) => new(height, width, MatType.CV_8UC3, Scalar.All(128));

    private static bool Covers(FaceDetection face, (int X, int Y) place, Mat frame)
    {
        var box = face.BoundingBox;
        var (x, y) = (place.X / (double)frame.Width, place.Y / (double)frame.Height);
        return x > box.Left && x < box.Left + box.Width && y > box.Top && y < box.Top + box.Height;
    }

    // Puts the clip's frame into another one so that its face has a height and a middle there.
    private void Paste(Mat frame, int height, int x, int y)
    {
        using var scaled = new Mat();
        var scale = height / (FaceHeight * _portrait.Height);
        Cv2.Resize(_portrait, scaled, new Size(), scale, scale, scale < 1 ? InterpolationFlags.Area : InterpolationFlags.Cubic);
        var wanted = new Rect(
            x - (int)(FaceX * scaled.Width), y - (int)(FaceY * scaled.Height), scaled.Width, scaled.Height);
        var there = wanted & new Rect(0, 0, frame.Width, frame.Height);
        using var source = new Mat(scaled, there - wanted.TopLeft);
        using var target = new Mat(frame, there);
        source.CopyTo(target);
    }
}
