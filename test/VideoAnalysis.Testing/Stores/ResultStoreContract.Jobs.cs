using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Jobs;
using VideoAnalysis.Videos;
using Xunit;
using static VideoAnalysis.Testing.Stores.StoredData;

namespace VideoAnalysis.Testing.Stores;

public abstract partial class ResultStoreContract
{
    /// <summary>Keys that would be confused with each other, or with what a store writes itself.</summary>
    public static TheoryData<string> StrangeKeys { get; } =
    [
        "days",
        "job#faces",
        "a b+c&d%20#?.mp4",
        "#1, [x] (y).mp4",
        "/leading/and//double/.mp4",
        "코드/日本語 ünï 😀.mp4",
        "u\u0308.mp4", // the letter and its dots in two characters…
        "ü.mp4", // …and in one: two keys
        "CASE.MP4",
        "case.mp4",
        "'; DROP TABLE result_job; --",
        new string('k', Video.MaxKeyBytes),
        string.Concat(Enumerable.Repeat("😀", Video.MaxKeyBytes / 4)),
    ];

    [Fact]
    public async Task A_job_that_was_never_saved_is_not_found() => Assert.Null(await FindAsync("film.mp4"));

    [Fact]
    public async Task The_jobs_of_a_key_are_found_together_in_the_order_of_their_names()
    {
        await SaveAsync(Job(analysis: "labels"));
        var deleted = await SaveAsync(Job(status: JobStatus.Deleted));
        await SaveAsync(Job("film.mp4/film.mp4"));
        await SaveAsync(Job("film.mp"));

        var found = await Store.FindJobsAsync("film.mp4", Token);

        Assert.Equal(["faces", "labels"], found.Select(job => job.Analysis));
        AssertSame(deleted, found[0]);
    }

    [Fact]
    public async Task An_expired_job_is_not_among_the_jobs_of_its_key()
    {
        await SaveAsync(Job() with { ExpiresAt = Start.AddMinutes(1) });
        await SaveAsync(Job(analysis: "labels"));
        Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("labels", Assert.Single(await Store.FindJobsAsync("film.mp4", Token)).Analysis);
    }

    [Fact]
    public async Task A_job_is_found_as_it_was_saved()
    {
        var job = FullJob();

        var saved = await SaveAsync(job);

        AssertSame(job with { Revision = 1 }, saved);
        AssertSame(saved, await FindAsync("film.mp4"));
    }

    [Fact]
    public async Task What_a_job_has_not_is_absent_when_it_is_found()
    {
        var saved = await SaveAsync(Job());

        AssertSame(saved, await FindAsync("film.mp4"));
    }

    [Fact]
    public async Task What_a_write_leaves_out_is_gone()
    {
        var full = await SaveAsync(FullJob());

        await SaveAsync(Job() with { Revision = full.Revision });

        AssertSame(Job() with { Revision = 2 }, await FindAsync("film.mp4"));
    }

    [Fact]
    public async Task A_job_is_found_by_another_process()
    {
        var saved = await SaveAsync(FullJob());

        var other = Reopen(Analyses, Clock);

        AssertSame(saved, await other.FindJobAsync("film.mp4", "faces", Token));
    }

    [Theory]
    [MemberData(nameof(StrangeKeys))]
    public async Task Any_key_is_a_key(string key)
    {
        foreach (var other in StrangeKeys.Select(row => row.Data).Where(other => other != key))
        {
            await SaveAsync(Job(other));
        }

        var saved = await SaveAsync(Job(key));
        await SaveChunksAsync(key, saved.Tag, Chunk(0));

        AssertSame(saved, await FindAsync(key));
        Assert.Single(await ListKeysAsync(), key);
        Assert.Equal([0], await ReadSequencesAsync(new(key, saved.Tag)));
    }

    [Fact]
    public async Task The_jobs_of_two_analyses_of_a_key_are_two()
    {
        var faces = await SaveAsync(Job(status: JobStatus.Succeeded));
        var other = await SaveAsync(Job(analysis: "face", status: JobStatus.InProgress));

        AssertSame(faces, await FindAsync("film.mp4"));
        AssertSame(other, await FindAsync("film.mp4", "face"));
    }

    [Fact]
    public async Task A_first_write_fails_where_a_job_is()
    {
        var first = await SaveAsync(Job());

        Assert.Null(await Store.TrySaveJobAsync(Job(status: JobStatus.Failed), Token));

        AssertSame(first, await FindAsync("film.mp4"));
    }

    [Fact]
    public async Task A_write_against_an_old_revision_fails_and_changes_nothing()
    {
        var first = await SaveAsync(Job());
        var second = await SaveAsync(first with { Status = JobStatus.InProgress });

        Assert.Null(await Store.TrySaveJobAsync(first with { Status = JobStatus.Failed }, Token));

        AssertSame(second, await FindAsync("film.mp4"));
    }

    [Fact]
    public async Task A_write_against_a_job_that_is_not_there_fails()
    {
        Assert.Null(await Store.TrySaveJobAsync(Job() with { Revision = 3 }, Token));

        Assert.Null(await FindAsync("film.mp4"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_writers_at_once_exactly_one_wins(bool jobIsThere)
    {
        var read = jobIsThere ? await SaveAsync(Job()) : Job();
        var stores = Enumerable.Range(0, 4).Select(_ => Reopen(Analyses, Clock)).ToList();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(
            () => stores[writer % stores.Count].TrySaveJobAsync(read with { JobId = $"{writer}" }, Token), Token)));

        var winner = Assert.Single(outcomes, saved => saved is not null);
        AssertSame(winner!, await FindAsync("film.mp4"));
    }

    [Fact]
    public async Task An_expired_job_is_not_found_listed_or_due()
    {
        await SaveAsync(Job() with { ExpiresAt = Start.AddHours(1), DueAt = Start });

        Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(await FindAsync("film.mp4"));
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await FindAsync("film.mp4"));
        Assert.Empty(await ListKeysAsync());
        Assert.Empty(await DueKeysAsync(Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_job_can_be_written_anew_where_one_has_expired()
    {
        var expired = await SaveAsync(Job() with { ExpiresAt = Start.AddHours(1) });
        Clock.Advance(TimeSpan.FromHours(1));

        Assert.Null(await Store.TrySaveJobAsync(expired with { Status = JobStatus.Failed }, Token));
        var anew = await SaveAsync(Job());

        AssertSame(anew, await FindAsync("film.mp4"));
        Assert.Equal(["film.mp4"], await ListKeysAsync());
    }

    [Fact]
    public async Task A_deleted_job_is_found_but_not_listed()
    {
        var job = await SaveAsync(Job(status: JobStatus.Succeeded));
        Assert.Equal(["film.mp4"], await ListKeysAsync());

        var tombstone = await SaveAsync(job with { Status = JobStatus.Deleted });

        AssertSame(tombstone, await FindAsync("film.mp4"));
        Assert.Empty(await ListKeysAsync());
    }

    [Fact]
    public async Task A_job_of_an_analysis_that_is_registered_no_longer_can_still_be_read()
    {
        await SaveAsync(FullJob() with { Analysis = "face" });

        var job = await Reopen(new(Analyses.Default), Clock).FindJobAsync("film.mp4", "face", Token);

        Assert.Equal(JobStatus.Succeeded, job?.Status);
    }

    /// <summary>A job with everything that a job can have, whether it makes sense together or not.</summary>
    protected static AnalysisJob FullJob()
    {
        var summary = new FaceSummary
        {
            Detections = 1234,
            Timestamps = 800,
            MostAtOnce = 3,
            FirstTimestamp = 0,
            LastTimestamp = 21_599_500,
            AtLastTimestamp = 2,
            LowestConfidence = 50.1f,
            HighestConfidence = 99.99876f,
            MeanConfidence = 87.65432109876543,
        };
        return new()
        {
            Upload = new()
            {
                Video = new("videos", "film.mp4"),
                VersionId = "3/L4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY+MTRCxf3vjVBH40Nr8X8gdRQBpUMLUo",
                ETag = "d41d8cd98f00b204e9800998ecf8427e-12",
                Sequencer = new Sequencer("0A1B2C3D4E5F678901"),
                EventTime = new(2026, 2, 28, 23, 59, 59, 999, TimeSpan.Zero),
                Size = 10L * 1024 * 1024 * 1024,
                Attempt = 2,
            },
            Analysis = "faces",
            Token = TokenOf("film"),
            Status = JobStatus.Succeeded,
            Warning = "The video is damaged: 14 of 75 frames (560 ms) could not be read. The rest was analyzed.",
            Reason = "Unsupported codec \"vp9\": convert it.\nThen upload it again. \u2028 ünï 😀",
            JobId = "f0e1d2c3b4a5968778695a4b3c2d1e0ff0e1d2c3b4a5968778695a4b3c2d1e0f",
            Metadata = new()
            {
                Codec = "h264",
                DurationMillis = 21_600_000,
                Format = "QuickTime / MOV",
                FrameRate = 29.97003f,
                FrameHeight = 1080,
                FrameWidth = 1920,
                ColorRange = "LIMITED",
            },
            Summary = summary,
            Checkpoint = new("token/+=", 17, 3, summary with { Detections = 1000 }),
            InBacklog = true,
            CreatedAt = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(1_234_567),
            StartedAt = new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.Zero).AddMicroseconds(1),
            CompletedAt = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero),
            Garbage = [TokenOf("an older film"), TokenOf("the oldest film")],
            Cuts = TokenOf("its shots"),
            Rebuilt = TokenOf("built again"),
            Rebuilding = TokenOf("and again"),
            IsUnannounced = true,
            DueAt = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero),
            ExpiresAt = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero),
        };
    }
}
