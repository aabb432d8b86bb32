using System.Text;
using CsCheck;
using VideoAnalysis.Engine;
using VideoAnalysis.Engine.Container;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Detection;

public sealed class VideoContainerTests
{
    [Fact]
    public void An_empty_file_is_refused() => Refuses([], UnusableVideoReason.Empty, "empty");

    [Fact]
    public void A_text_is_refused() =>
        Refuses(Encoding.UTF8.GetBytes("Dear diary,\n"), UnusableVideoReason.UnsupportedFormat, "it is text");

    [Fact]
    public void Another_container_is_refused_by_name() =>
        Refuses(File.ReadAllBytes(SampleVideos.Matroska), UnusableVideoReason.UnsupportedFormat, "Matroska");

    [Fact]
    public void A_file_without_video_is_refused() =>
        Refuses(File.ReadAllBytes(SampleVideos.AudioOnly), UnusableVideoReason.NoVideoTrack, "no video track");

    [Fact]
    public void A_codec_that_Rekognition_does_not_take_is_refused_by_name()
    {
        Refuses(File.ReadAllBytes(SampleVideos.Hevc), UnusableVideoReason.UnsupportedCodec, "H.265 (HEVC)");
        Refuses(File.ReadAllBytes(SampleVideos.Mpeg4Part2), UnusableVideoReason.UnsupportedCodec, "MPEG-4 Part 2");
    }

    [Fact]
    public void A_track_that_the_decoder_would_take_for_the_right_one_is_refused() =>
        Refuses(File.ReadAllBytes(SampleVideos.TwoTracks), UnusableVideoReason.UnsupportedCodec, "several video tracks");

    [Fact]
    public void An_unknown_codec_is_refused_in_characters_that_can_be_printed()
    {
        var bytes = File.ReadAllBytes(SampleVideos.FiveSeconds);
        var entry = bytes.AsSpan().IndexOf("avc1"u8) is var first
            ? first + 4 + bytes.AsSpan(first + 4).IndexOf("avc1"u8)
            : 0;
        "x\0\ny"u8.CopyTo(bytes.AsSpan(entry));

        Refuses(bytes, UnusableVideoReason.UnsupportedCodec, @"x\x00\x0ay");
    }

    [Theory]
    [InlineData(nameof(SampleVideos.FiveSeconds))]
    [InlineData(nameof(SampleVideos.QuickTime))]
    public void A_file_that_was_cut_off_anywhere_is_refused(string video)
    {
        var path = video == nameof(SampleVideos.FiveSeconds) ? SampleVideos.FiveSeconds : SampleVideos.QuickTime;
        var bytes = File.ReadAllBytes(path);

        for (var length = 9; length < bytes.Length; length += 97)
        {
            Refuses(bytes[..length], UnusableVideoReason.Truncated, "incomplete");
        }
    }

    [Fact]
    public void A_file_in_fragments_that_was_cut_off_within_one_is_refused()
    {
        var bytes = File.ReadAllBytes(SampleVideos.Fragmented);

        Refuses(bytes[..^10], UnusableVideoReason.Truncated, "10 bytes are missing");
    }

    [Fact]
    public void Padding_behind_a_video_does_no_harm()
    {
        var bytes = File.ReadAllBytes(SampleVideos.FiveSeconds);

        var track = VideoContainer.Inspect(new MemoryStream([.. bytes, .. new byte[1000]]));

        Assert.Equal(TimeSpan.FromSeconds(5), track.Duration);
    }

    [Fact]
    public void Any_bytes_are_either_read_or_refused() => Gen.Byte.Array[0, 400].Sample(ReadsOrRefuses);

    [Fact]
    public void A_video_with_any_bytes_changed_is_either_read_or_refused()
    {
        var original = File.ReadAllBytes(SampleVideos.FiveSeconds);
        // The index lies at the front of the file; the pictures behind it are not read.
        var index = original.AsSpan().IndexOf("mdat"u8);
        Gen.Select(Gen.Int[0, index], Gen.Byte).Array[1, 20].Sample(changes =>
        {
            var bytes = original.ToArray();
            foreach (var (position, value) in changes)
            {
                bytes[position] = value;
            }

            return ReadsOrRefuses(bytes);
        });
    }

    [Fact]
    public void A_box_that_claims_to_be_huge_is_refused_before_memory_is_asked_for()
    {
        var bytes = File.ReadAllBytes(SampleVideos.QuickTime);
        var index = bytes.AsSpan().IndexOf("moov"u8);
        new byte[] { 0x7F, 0xFF, 0xFF, 0xFF }.CopyTo(bytes.AsSpan(index - 4));

        Refuses(bytes, UnusableVideoReason.Truncated, "incomplete");
    }

    [Fact]
    public void A_file_of_countless_empty_boxes_is_refused_before_it_takes_long()
    {
        byte[] box = [0, 0, 0, 8, .. "free"u8];
        var bytes = new byte[8 * 300_000];
        for (var i = 0; i < bytes.Length; i += box.Length)
        {
            box.CopyTo(bytes, i);
        }

        Refuses(bytes, UnusableVideoReason.Damaged, "more than 200000 parts");
    }

    [Theory]
    [InlineData(0x80, "FULL")]
    [InlineData(0x00, "LIMITED")]
    public void The_colour_range_is_told_where_the_file_tells_it(byte flag, string expected)
    {
        byte[] colour = [0, 0, 0, 19, .. "colrnclx"u8, 0, 1, 0, 1, 0, 1, flag];
        var entry = new Box("avc1", (byte[])[.. new byte[78], .. colour]);

        Assert.Equal(expected, MovieIndex.ColorRange(entry));
    }

    private static bool ReadsOrRefuses(byte[] bytes)
    {
        try
        {
            var track = VideoContainer.Inspect(new MemoryStream(bytes));
            return track.FrameRate > 0 && track.Duration >= TimeSpan.Zero;
        }
        catch (UnusableVideoException e)
        {
            return e.Message.Length > 0;
        }
    }

    private static void Refuses(byte[] bytes, UnusableVideoReason reason, string words)
    {
        var e = Assert.Throws<UnusableVideoException>(() => VideoContainer.Inspect(new MemoryStream(bytes)));
        Assert.Equal(reason, e.Reason);
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }
}
