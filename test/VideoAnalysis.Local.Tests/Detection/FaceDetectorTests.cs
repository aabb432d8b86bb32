using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Faces;
using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Detection;

[Collection(DetectorGroup.Name)]
[Slow]
public sealed class FaceDetectorTests : IAsyncLifetime
{
    // Where the face is in the first frame of the five-second clip, from its truth.
    private const double FaceHeight = 0.5;
    private const double FaceX = 0.35;
    private const double FaceY = 0.42;

    private readonly FaceNetworks _networks = new(new ModelFiles(ModelFiles.DefaultDirectory));
    private readonly FaceDetector _detector;
    private TestFrame _portrait = null!;

    public FaceDetectorTests() => _detector = new FaceDetector(_networks);

    public async ValueTask InitializeAsync()
    {
        var video = await VideoFile.OpenAsync(SampleVideos.FiveSeconds, TestContext.Current.CancellationToken);
        await foreach (var picture in video.ReadAsync(everyFrame: false, TestContext.Current.CancellationToken))
        {
            using (picture)
            {
                _portrait = TestFrame.Of((SampledPicture)picture);
                break;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _detector.Dispose();
        _networks.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void A_face_of_40_pixels_is_found_anywhere_in_a_1080p_frame()
    {
        var frame = new TestFrame(1920, 1080);
        var places = new[]
        {
            (60, 60), (1860, 60), (60, 1020), (1860, 1020), (960, 540), (475, 355), (365, 180), (1440, 720), (700, 900),
        };
        foreach (var (x, y) in places)
        {
            Paste(frame, height: 40, x, y);
        }

        var faces = Detect(frame);

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
        var frame = new TestFrame(width, height);
        Paste(frame, faceHeight, width / 2, height / 2);

        var face = Assert.Single(Detect(frame));

        Assert.InRange(face.BoundingBox.Height * height, faceHeight * 0.85, faceHeight * 1.15);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(16, 500)]
    [InlineData(4096, 16)]
    public void A_frame_of_an_odd_shape_is_looked_at_without_complaint(int width, int height)
    {
        var random = new Random(1);
        var frame = new TestFrame(width, height).Map(width, height, (_, _, _, _) => random.Next(256));

        Assert.Empty(Detect(frame));
    }

    [Fact]
    public void The_box_of_a_face_that_leaves_the_frame_reaches_beyond_it()
    {
        var frame = new TestFrame(640, 480);
        Paste(frame, height: 300, x: 90, y: 240);

        var face = Assert.Single(Detect(frame));

        Assert.True(face.BoundingBox.Left < 0, face.BoundingBox.ToString());
        Assert.InRange(face.BoundingBox.Left * 640, -40, -5);
    }

    [Theory]
    [InlineData(1, 93)]
    [InlineData(3, -87)]
    [InlineData(2, -177)]
    public void A_face_is_found_whichever_way_up_it_is(int quarters, double roll)
    {
        var turned = _portrait;
        for (var i = 0; i < quarters; i++)
        {
            var before = turned;
            turned = before.Map(
                before.Height, before.Width, (from, colour, x, y) => from.Row(colour, before.Height - 1 - x)[y]);
        }

        var face = Assert.Single(Detect(turned));

        // In the portrait itself the eyes are 3 degrees off the level.
        var off = (((face.Pose!.Roll - roll) % 360) + 540) % 360 - 180;
        Assert.InRange(off, -12, 12);
    }

    [Fact]
    public void A_darker_picture_is_less_bright()
    {
        var dark = _portrait.Map(_portrait.Width, _portrait.Height, (from, colour, x, y) => from.Row(colour, y)[x] / 2);

        var bright = Assert.Single(Detect(_portrait)).Quality!.Brightness;
        var less = Assert.Single(Detect(dark)).Quality!.Brightness;

        Assert.Equal(bright / 2, less, 3f);
    }

    [Fact]
    public void A_blurred_picture_is_less_sharp()
    {
        var blurred = _portrait.Resized(0.25).Resized(4);

        var sharp = Assert.Single(Detect(_portrait)).Quality!.Sharpness;
        var less = Assert.Single(Detect(blurred)).Quality!.Sharpness;

        Assert.True(less < sharp / 2, $"{less} is not less than half of {sharp}");
    }

    private IReadOnlyList<FaceDetection> Detect(TestFrame frame) =>
        [.. _detector.Detect(frame.ToYuv(), 0, FaceAttributes.Default).Select(face => face.Detection)];

    private static bool Covers(FaceDetection face, (int X, int Y) place, TestFrame frame)
    {
        var box = face.BoundingBox;
        var (x, y) = (place.X / (double)frame.Width, place.Y / (double)frame.Height);
        return x > box.Left && x < box.Left + box.Width && y > box.Top && y < box.Top + box.Height;
    }

    // Puts the clip's frame into another one so that its face has a height and a middle there.
    private void Paste(TestFrame frame, int height, int x, int y)
    {
        var scaled = _portrait.Resized(height / (FaceHeight * _portrait.Height));
        frame.Paste(scaled, x - (int)(FaceX * scaled.Width), y - (int)(FaceY * scaled.Height));
    }
}
