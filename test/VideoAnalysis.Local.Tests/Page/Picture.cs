using System.Text.Json;
using VideoAnalysis.Evaluate.Faces;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>What lies over the picture on the screen at a moment.</summary>
/// <param name="Millis">The moment of the frame that is shown.</param>
/// <param name="Boxes">
/// The boxes on the screen, as ratios of the picture as it is shown, bars beside it not counted.
/// </param>
internal sealed record Picture(double Millis, IReadOnlyList<BoundingBox> Boxes)
{
    /// <summary>How far an edge may be off: a twentieth of the frame.</summary>
    private const double Tolerance = 0.05;

    private const string UntilItIsDrawn =
        "for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);";

    private const string Measure =
        """
        const measure = () => {
          const film = document.querySelector('#film');
          const area = film.getBoundingClientRect();
          const scale = Math.min(area.width / film.videoWidth, area.height / film.videoHeight);
          const [wide, high] = [film.videoWidth * scale, film.videoHeight * scale];
          const [left, top] = [area.left + (area.width - wide) / 2, area.top + (area.height - high) / 2];
          return [...document.querySelectorAll('.box:not([hidden])')].map(box => box.getBoundingClientRect())
            .map(box => ({
              Left: (box.left - left) / wide, Top: (box.top - top) / high,
              Width: box.width / wide, Height: box.height / high }));
        };
        """;

    /// <summary>Looks at what is shown now.</summary>
    public static async Task<Picture> OfAsync(WatchedPage page) => Parse(await page.Tab.EvaluateAsync<string>(
        $"async () => {{ {Measure} {UntilItIsDrawn} return JSON.stringify([{{ Millis: " +
        $"document.querySelector('#film').currentTime * 1000, Boxes: measure() }}]); }}"))[0];

    /// <summary>Plays for a while and looks at every frame as it comes.</summary>
    public static async Task<IReadOnlyList<Picture>> WhilePlayingAsync(WatchedPage page, int millis) => Parse(
        await page.Tab.EvaluateAsync<string>(
            $$"""
            async () => {
              {{Measure}}
              const film = document.querySelector('#film');
              const pictures = [];
              await film.play();
              await new Promise(done => {
                const end = performance.now() + {{millis}};
                const shown = (now, { mediaTime }) => {
                  queueMicrotask(() => pictures.push({ Millis: mediaTime * 1000, Boxes: measure() }));
                  if (performance.now() < end) film.requestVideoFrameCallback(shown);
                  else setTimeout(done, 50);
                };
                film.requestVideoFrameCallback(shown);
              });
              film.pause();
              return JSON.stringify(pictures);
            }
            """));

    /// <summary>Every face that must be found has a box on it, and no box is without a face.</summary>
    public void AssertRight(GroundTruth truth)
    {
        var faces = truth.At((long)Millis).Faces;
        Assert.All(faces.Where(truth.MustBeFound), face => Assert.Contains(Boxes, box => IsOn(box, face)));
        Assert.All(Boxes, box => Assert.Contains(faces, face => IsOn(box, face)));
    }

    private static bool IsOn(BoundingBox box, GroundTruth.Face face)
    {
        var truth = face.BoundingBox;
        return Math.Abs(box.Left - truth.Left) < Tolerance
            && Math.Abs(box.Top - truth.Top) < Tolerance
            && Math.Abs(box.Left + box.Width - truth.Left - truth.Width) < Tolerance
            && Math.Abs(box.Top + box.Height - truth.Top - truth.Height) < Tolerance;
    }

    private static Picture[] Parse(string json) => JsonSerializer.Deserialize<Picture[]>(json)!;
}
