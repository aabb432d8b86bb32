using VideoAnalysis.Engine.Decoding;

namespace VideoAnalysis.Engine.Tests.Decoding;

/// <summary>All that came out of a video.</summary>
internal sealed record DecodedVideo(
    VideoFile File, IReadOnlyList<DecodedVideo.Sample> Samples, IReadOnlyList<long> Frames)
{
    /// <summary>The timestamps of the samples.</summary>
    public IEnumerable<long> Timestamps => Samples.Select(sample => sample.Timestamp);

    /// <summary>Decodes a video with its small pictures.</summary>
    public static async Task<DecodedVideo> ReadAsync(
        string path, DecoderSettings? settings = null, bool everyFrame = true)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var file = await VideoFile.OpenAsync(path, settings ?? DecoderSettings.Default, cancellationToken);
        var (samples, frames) = (new List<Sample>(), new List<long>());
        await foreach (var picture in file.ReadAsync(everyFrame, cancellationToken))
        {
            using (picture)
            {
                if (picture is SmallPicture small)
                {
                    Assert.Equal(frames.Count, small.Frame);
                    frames.Add(small.Timestamp);
                }
                else
                {
                    samples.Add(Sample.Of((SampledPicture)picture));
                }
            }
        }

        return new(file, samples, frames);
    }

    /// <summary>A sampled picture.</summary>
    /// <param name="Timestamp">Its time.</param>
    /// <param name="Width">Its width.</param>
    /// <param name="Height">Its height.</param>
    /// <param name="Repeated">Whether it was there before.</param>
    /// <param name="Corners">The brightness at the top left, top right, bottom left, bottom right.</param>
    /// <param name="Mean">The mean brightness.</param>
    internal sealed record Sample(long Timestamp, int Width, int Height, bool Repeated, byte[] Corners, double Mean)
    {
        public static Sample Of(SampledPicture picture)
        {
            var (width, height) = (picture.Width, picture.Height);
            var luma = picture.Luma;
            var (right, bottom) = (width - 4, height - 4);
            return new(
                picture.Timestamp,
                width,
                height,
                picture.Repeated,
                [luma[(3 * width) + 3], luma[(3 * width) + right], luma[(bottom * width) + 3],
                    luma[(bottom * width) + right]],
                luma.ToArray().Average(value => value));
        }
    }
}
