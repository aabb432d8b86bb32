using VideoAnalysis.Jobs;
using Xunit;
using static VideoAnalysis.Testing.Stores.StoredData;

namespace VideoAnalysis.Testing.Stores;

public abstract partial class ResultStoreContract
{
    [Fact]
    public async Task Due_jobs_come_longest_due_first_and_others_not_at_all()
    {
        await SaveAsync(Job("now.mp4") with { DueAt = Start });
        await SaveAsync(Job("long ago.mp4") with { DueAt = Start.AddDays(-3) });
        await SaveAsync(Job("in a moment.mp4") with { DueAt = Start.AddMilliseconds(1) });
        await SaveAsync(Job("finished.mp4", status: JobStatus.Succeeded));
        await SaveAsync(Job("deleted.mp4", status: JobStatus.Deleted) with { DueAt = Start.AddDays(-1) });

        Assert.Equal(["long ago.mp4", "deleted.mp4", "now.mp4"], await DueKeysAsync(Start));
    }

    [Fact]
    public async Task A_job_is_due_when_its_last_write_says_so()
    {
        var job = await SaveAsync(Job() with { DueAt = Start });
        var later = await SaveAsync(job with { DueAt = Start.AddHours(1) });
        Assert.Empty(await DueKeysAsync(Start));
        Assert.Equal(["film.mp4"], await DueKeysAsync(Start.AddHours(1)));

        await SaveAsync(later with { DueAt = null, Status = JobStatus.Succeeded });

        Assert.Empty(await DueKeysAsync(Start.AddHours(2)));
    }

    [Fact]
    public async Task Due_jobs_can_be_saved_while_they_are_walked()
    {
        foreach (var key in (string[])["a.mp4", "b.mp4", "c.mp4"])
        {
            await SaveAsync(Job(key) with { DueAt = Start });
        }

        var walked = new List<string>();
        await foreach (var job in Store.FindDueJobsAsync(Start, Token))
        {
            walked.Add(job.Upload.Video.Key);
            await SaveAsync(job with { DueAt = null });
        }

        Assert.Equal(["a.mp4", "b.mp4", "c.mp4"], walked.Order(StringComparer.Ordinal));
        Assert.Empty(await DueKeysAsync(Start));
    }

    private async Task<List<string>> DueKeysAsync(DateTimeOffset now) =>
        await Store.FindDueJobsAsync(now, Token).Select(job => job.Upload.Video.Key).ToListAsync(Token);
}
