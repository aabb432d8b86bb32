using VideoAnalysis.Engine.Faces;
using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Engine.Persons;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Faces;

/// <summary>
/// Faces that the mesh, which was made for frontal ones, doubts (<c>tools/Evaluate/Footage/pictures</c>). They were
/// marked by hand, in pixels.
/// </summary>
[Slow]
public sealed class TurnedAwayFacesTests : IDisposable
{
    private readonly FaceFinder _finder = new(new ModelFiles(ModelFiles.DefaultDirectory));

    public void Dispose() => _finder.Dispose();

    [Theory(Timeout = 60_000)]
    [InlineData("mariachi.jpg", 134, 118, 196, 198)]
    [InlineData("mariachi.jpg", 370, 130, 440, 224)]
    [InlineData("mariachi.jpg", 643, 270, 717, 372)]
    [InlineData("mariachi.jpg", 829, 272, 985, 449)]
    [InlineData("camera.jpg", 183, 101, 260, 195)]
    public async Task Faces_from_the_side_are_found_once(
        string file, int left, int top, int right, int bottom)
    {
        var path = Path.Combine(RepositoryFolder.Path, "tools", "Evaluate", "Footage", "pictures", file);
        var picture = await StillPicture.ReadAsync(path, TestContext.Current.CancellationToken);
        var (width, height) = (picture.ToYuv().Width, picture.ToYuv().Height);
        var real = new Engine.Pictures.Rectangle(left, top, right - left, bottom - top).ToBoundingBox(width, height);

        var found = await new FaceIndexer(_finder).MeasureAsync(path, TestContext.Current.CancellationToken);

        var face = Assert.Single(found, face => face.Face.BoundingBox.Overlap(real) > 0.1f);
        Assert.InRange(face.Face.BoundingBox.Overlap(real), 0.5f, 1);
    }
}
