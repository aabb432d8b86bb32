using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using Xunit;
using static VideoAnalysis.Testing.Stores.StoredData;

namespace VideoAnalysis.Testing.Stores;

public abstract partial class ResultStoreContract
{
    [Fact]
    public async Task The_list_of_nothing_is_empty() => Assert.Empty(await ListKeysAsync());

    [Fact]
    public async Task The_newest_upload_comes_first()
    {
        await SaveAsync(Job("second.mp4", uploadedAt: Start.AddMilliseconds(-1)));
        await SaveAsync(Job("last year.mp4", uploadedAt: Start.AddYears(-1)));
        await SaveAsync(Job("first.mp4", uploadedAt: Start));
        await SaveAsync(Job("yesterday.mp4", uploadedAt: Start.AddDays(-1)));
        await SaveAsync(Job("1970.mp4", uploadedAt: DateTimeOffset.UnixEpoch));

        Assert.Equal(
            ["first.mp4", "second.mp4", "yesterday.mp4", "last year.mp4", "1970.mp4"], await ListKeysAsync());
    }

    [Fact]
    public async Task Days_end_at_midnight_in_UTC()
    {
        var midnight = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        await SaveAsync(Job("midnight.mp4", uploadedAt: midnight.ToOffset(TimeSpan.FromHours(-8))));
        await SaveAsync(Job("before.mp4", uploadedAt: midnight.AddMilliseconds(-1).ToOffset(TimeSpan.FromHours(9))));

        Assert.Equal(["midnight.mp4", "before.mp4"], await ListKeysAsync());
        Assert.Equal(["before.mp4"], await ListKeysAsync(ListPosition.Of(Job("midnight.mp4", uploadedAt: midnight))));
    }

    [Fact]
    public async Task A_list_goes_on_after_every_one_of_its_positions()
    {
        foreach (var i in Enumerable.Range(0, 12))
        {
            // Three of a millisecond, over four days, half of them with two analyses.
            var uploadedAt = Start.AddDays(-(i / 3));
            await SaveAsync(Job($"{i}.mp4", uploadedAt: uploadedAt));
            if (i % 2 == 0)
            {
                await SaveAsync(Job($"{i}.mp4", "face", uploadedAt));
            }
        }

        var all = await Store.ListJobsAsync(null, Token).ToListAsync(Token);
        Assert.Equal(18, all.Select(job => (job.Upload.Video, job.Analysis)).Distinct().Count());
        for (var i = 0; i < all.Count; i++)
        {
            var rest = await Store.ListJobsAsync(ListPosition.Of(all[i]), Token).ToListAsync(Token);
            Assert.Equal(all[(i + 1)..].Select(ListPosition.Of), rest.Select(ListPosition.Of));
        }
    }

    [Fact]
    public async Task The_analyses_of_an_upload_stand_next_to_each_other()
    {
        foreach (var i in Enumerable.Range(0, 8))
        {
            await SaveAsync(Job($"{i}.mp4", uploadedAt: Start));
            await SaveAsync(Job($"{i}.mp4", "face", uploadedAt: Start));
        }

        var keys = await ListKeysAsync();

        Assert.All(keys.Chunk(2), pair => Assert.Equal(pair[0], pair[1]));
        Assert.Equal(8, keys.Distinct().Count());
    }

    [Fact]
    public async Task Pages_stay_where_they_are_while_new_uploads_arrive()
    {
        foreach (var i in Enumerable.Range(0, 6))
        {
            await SaveAsync(Job($"{i}.mp4", uploadedAt: Start.AddHours(-10 * i)));
        }

        var pages = new List<string>();
        ListPosition? position = null;
        foreach (var page in Enumerable.Range(0, 3))
        {
            var jobs = await Store.ListJobsAsync(position, Token).Take(2).ToListAsync(Token);
            pages.AddRange(jobs.Select(job => job.Upload.Video.Key));
            position = ListPosition.Of(jobs[^1]);
            await SaveAsync(Job($"new {page}.mp4", uploadedAt: Start.AddHours(page)));
        }

        Assert.Equal(["0.mp4", "1.mp4", "2.mp4", "3.mp4", "4.mp4", "5.mp4"], pages);
        Assert.Empty(await ListKeysAsync(position));
    }

    [Fact]
    public async Task A_position_holds_when_its_job_is_gone()
    {
        var job = await SaveAsync(Job("a.mp4", uploadedAt: Start));
        await SaveAsync(Job("b.mp4", uploadedAt: Start.AddDays(-2)));

        await SaveAsync(job with { Status = JobStatus.Deleted });

        Assert.Equal(["b.mp4"], await ListKeysAsync(ListPosition.Of(job)));
    }

    [Fact]
    public async Task A_position_of_a_day_without_uploads_is_a_place_as_well()
    {
        await SaveAsync(Job("old.mp4", uploadedAt: Start.AddDays(-9)));
        await SaveAsync(Job("new.mp4", uploadedAt: Start));

        Assert.Equal(["old.mp4"], await ListKeysAsync(ListPosition.Of(Job(uploadedAt: Start.AddDays(-5)))));
    }

    [Fact]
    public async Task A_key_that_is_uploaded_again_moves_to_its_new_day()
    {
        var old = await SaveAsync(Job("again.mp4", uploadedAt: Start.AddDays(-7)));
        await SaveAsync(Job("between.mp4", uploadedAt: Start.AddDays(-3)));

        await SaveAsync(Job("again.mp4", uploadedAt: Start) with { Revision = old.Revision });

        Assert.Equal(["again.mp4", "between.mp4"], await ListKeysAsync());
    }

    [Fact]
    public async Task A_day_that_only_another_process_has_seen_is_listed()
    {
        await SaveAsync(Job("here.mp4", uploadedAt: Start));

        var other = Reopen(Analyses, Clock);
        Assert.NotNull(await other.TrySaveJobAsync(Job("there.mp4", uploadedAt: Start.AddDays(1)), Token));

        Assert.Equal(["there.mp4", "here.mp4"], await ListKeysAsync());
    }

    [Fact]
    public async Task A_list_longer_than_a_page_of_the_database_is_whole()
    {
        var reason = new string('x', 9_000);
        var keys = Enumerable.Range(0, 250).Select(i => $"{i:D3}.mp4").ToList();
        await Parallel.ForEachAsync(
            keys,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Token },
            async (key, _) => await SaveAsync(
                Job(key, uploadedAt: Start.AddSeconds(-keys.IndexOf(key)), status: JobStatus.Failed) with
                {
                    Reason = reason,
                    DueAt = Start.AddSeconds(keys.IndexOf(key)),
                }));

        Assert.Equal(keys, await ListKeysAsync());
        Assert.Equal(keys, await DueKeysAsync(Start.AddDays(1)));
    }
}
