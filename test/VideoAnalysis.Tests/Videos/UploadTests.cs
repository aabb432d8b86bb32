using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Tests.Videos;

/// <summary>
/// Uploads of a key from events, which have sequencers, and from lists of the bucket, which have none.
/// </summary>
public sealed class UploadTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Upload _event = Some.Upload() with { ETag = "0123456789abcdef" };

    [Fact]
    public void Sequencers_decide_whatever_the_times_say()
    {
        var later = Some.Upload(sequencer: 2) with { EventTime = _event.EventTime - Second };

        Assert.True(later.IsNewerThan(_event));
        Assert.False(_event.IsNewerThan(later));
    }

    [Fact]
    public void Sequencers_of_another_bucket_say_nothing()
    {
        var later =
            Some.Upload(sequencer: 0) with { Video = new("other", "film.mp4"), EventTime = _event.EventTime + Second };

        Assert.True(later.IsNewerThan(_event));
        Assert.False(_event.IsNewerThan(later));
    }

    [Fact]
    public void A_listed_upload_is_the_one_of_its_content_and_time() =>
        Assert.True(Listed(_event.ETag, -0.7 * Second).IsSameUploadAs(_event));

    [Fact]
    public void The_same_content_uploaded_again_later_is_another_upload()
    {
        var again = _event with { Sequencer = new Sequencer("2"), EventTime = _event.EventTime.AddHours(1) };

        Assert.True(again.IsNewerThan(Listed(_event.ETag, TimeSpan.Zero)));
    }

    [Fact]
    public void A_list_tells_of_a_multipart_upload_when_it_began() =>
        Assert.True(Listed("0123456789abcdef-12", TimeSpan.FromHours(-5))
            .IsSameUploadAs(_event with { ETag = "0123456789abcdef-12" }));

    [Fact]
    public void In_doubt_what_has_an_event_replaces_what_was_listed()
    {
        var listed = Listed("fedcba9876543210", -0.7 * Second);

        Assert.True(_event.IsNewerThan(listed));
        Assert.False(listed.IsNewerThan(_event));
    }

    [Fact]
    public void A_listed_upload_learns_its_place_from_its_event()
    {
        var learned = (Listed(_event.ETag, -0.7 * Second) with { Attempt = 3 }).LearnFrom(_event);

        Assert.Equal(_event with { Attempt = 3 }, learned);
    }

    [Fact]
    public void An_upload_learns_nothing_from_another() =>
        Assert.Equal(_event, _event.LearnFrom(Some.Upload(sequencer: 2)));

    private Upload Listed(string? eTag, TimeSpan after) =>
        _event with { Sequencer = null, ETag = eTag, EventTime = _event.EventTime + after };
}
