using Amazon.DynamoDBv2.Model;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.DynamoDb;
using static VideoAnalysis.Testing.Stores.StoredData;

namespace VideoAnalysis.Functions.Tests.DynamoDb;

/// <summary>What lies in the table: the deployed template, and people, count on it.</summary>
public sealed class ItemTests(DynamoDbLocal server) : IAsyncLifetime
{
    /// <summary>The most that an item can have (DynamoDB developer guide, "Quotas").</summary>
    private const int MaxItemBytes = 400 * 1024;

    private TestTable? _table;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TestTable Table => _table ?? throw new InvalidOperationException("The test has not begun.");

    public async ValueTask InitializeAsync() => _table = await TestTable.CreateAsync(server, Token);

    public ValueTask DisposeAsync()
    {
        _table?.Dispose();
        return default;
    }

    [Fact]
    public async Task A_job_is_readable_for_a_person()
    {
        var uploadedAt = new DateTimeOffset(2026, 2, 28, 23, 59, 59, 5, TimeSpan.Zero);
        var job = Job("코드/a b.mp4", uploadedAt: uploadedAt, status: JobStatus.Succeeded) with
        {
            Metadata = new() { Codec = "h264", FrameRate = 25 },
            Summary = new FaceSummary { Detections = 3 },
            ExpiresAt = new(2026, 6, 1, 0, 0, 0, 1, TimeSpan.Zero),
        };

        await Table.NewStore().TrySaveJobAsync(job, Token);

        var item = await Table.ItemAsync("코드/a b.mp4", "job#faces", Token);
        Assert.NotNull(item);
        Assert.Equal("1", item["revision"].N);
        Assert.Equal(job.Token.Value, item["token"].S);
        Assert.Equal("SUCCEEDED", item["status"].S);
        Assert.Equal("videos", item["upload"].M["bucket"].S);
        Assert.Equal("2026-02-28T23:59:59.005Z", item["upload"].M["eventTime"].S);
        Assert.Equal("h264", item["metadata"].M["codec"].S);
        Assert.Equal("25", item["metadata"].M["frameRate"].N);
        Assert.StartsWith("{\"", item["summary"].S, StringComparison.Ordinal);
        Assert.Equal("2026-02-28", item["uploadDay"].S);
        Assert.Matches("^1772323199005#[0-9a-f]{16}#faces$", item["uploadSort"].S);
        Assert.Equal(
            $"{new DateTimeOffset(2026, 6, 1, 0, 0, 1, TimeSpan.Zero).ToUnixTimeSeconds()}", item["expiresAt"].N);
    }

    [Fact]
    public async Task Only_a_job_with_something_left_to_do_is_in_the_sparse_index()
    {
        var store = Table.NewStore();
        var job = await store.TrySaveJobAsync(
            Job() with { DueAt = DateTimeOffset.UnixEpoch.AddMilliseconds(1234) }, Token);
        var unfinished = await Table.ItemAsync("film.mp4", "job#faces", Token);
        await store.TrySaveJobAsync(job! with { DueAt = null, Status = JobStatus.Succeeded }, Token);
        var finished = await Table.ItemAsync("film.mp4", "job#faces", Token);

        Assert.Equal("job", unfinished?["unfinished"].S);
        Assert.Equal("1234", unfinished?["dueAt"].N);
        Assert.NotNull(finished);
        Assert.DoesNotContain("unfinished", finished.Keys);
        Assert.DoesNotContain("dueAt", finished.Keys);
    }

    [Fact]
    public async Task A_deleted_job_is_in_no_list_and_leaves_no_marker()
    {
        await Table.NewStore().TrySaveJobAsync(Job(status: JobStatus.Deleted), Token);

        var item = await Table.ItemAsync("film.mp4", "job#faces", Token);

        Assert.NotNull(item);
        Assert.DoesNotContain("uploadDay", item.Keys);
        Assert.DoesNotContain("uploadSort", item.Keys);
        Assert.Null(await Table.ItemAsync("days", "day#2026-03-01", Token));
    }

    [Fact]
    public async Task A_head_is_found_by_its_time_and_then_by_its_number_and_a_body_by_its_number()
    {
        var expiresAt = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

        await Table.NewStore().SaveChunkAsync("film.mp4", Tag(), Chunk(7, 12_345, 20_000, 300), expiresAt, Token);

        var head = await Table.ItemAsync("film.mp4", $"data#faces#{Tag().Token}#head#00000012345#0000000007", Token);
        Assert.NotNull(head);
        Assert.Equal("12345", head["from"].N);
        Assert.Equal("20000", head["to"].N);
        Assert.Equal("10", head["count"].N);
        Assert.Equal(Chunk(7, 0, 0, 300).Head.Index.ToArray(), head["data"].B.ToArray());
        Assert.Equal($"{expiresAt.ToUnixTimeSeconds()}", head["expiresAt"].N);
        var body = await Table.ItemAsync("film.mp4", $"data#faces#{Tag().Token}#body#0000000007", Token);
        Assert.NotNull(body);
        Assert.Equal(Chunk(7, 0, 0, 300).Body.ToArray(), body["data"].B.ToArray());
        Assert.Equal(head["expiresAt"].N, body["expiresAt"].N);
    }

    [Fact]
    public async Task Items_stay_far_below_what_an_item_can_hold()
    {
        var key = new string('k', 1024);
        var summary = new FaceSummary { Detections = long.MaxValue, MeanConfidence = 1.0 / 3 };
        var job = Job(key, status: JobStatus.Failed) with
        {
            Reason = new string('ü', 8_000),
            Summary = summary,
            Checkpoint = new(new string('t', 255), int.MaxValue, int.MaxValue, summary),
            Garbage = [.. Enumerable.Range(0, 100).Select(i => TokenOf($"{i}"))],
        };
        var store = Table.NewStore();

        await store.TrySaveJobAsync(job, Token);
        await store.SaveChunkAsync(key, job.Tag, Chunk(0, 0, 0, 100 * 1024), null, Token);

        Assert.All(Table.Client.Puts, put => Assert.InRange(SizeOf(put.Item), 1, MaxItemBytes / 3));
        Assert.NotNull(await store.FindJobAsync(key, "faces", Token));
    }

    [Fact]
    public async Task An_item_that_cannot_be_read_does_not_hide_the_others()
    {
        var store = Table.NewStore();
        var due = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        await store.TrySaveJobAsync(Job("good.mp4") with { DueAt = due }, Token);
        await store.TrySaveJobAsync(Job("odd.mp4") with { DueAt = due.AddSeconds(-1) }, Token);
        var odd = (await Table.ItemAsync("odd.mp4", "job#faces", Token))!;
        odd["status"] = new("UNHEARD_OF");
        await Table.Client.PutItemAsync(Table.Name, odd, Token);

        var listed = await store.ListJobsAsync(null, Token).ToListAsync(Token);
        var found = await store.FindDueJobsAsync(due, Token).ToListAsync(Token);

        Assert.Equal(["good.mp4"], listed.Select(job => job.Upload.Video.Key));
        Assert.Equal(["good.mp4"], found.Select(job => job.Upload.Video.Key));
    }

    [Fact]
    public async Task What_the_table_cannot_mean_is_reported_with_the_item()
    {
        var store = Table.NewStore();
        await store.TrySaveJobAsync(Job(), Token);
        var item = (await Table.ItemAsync("film.mp4", "job#faces", Token))!;
        item["status"] = new("PAUSED");
        await Table.Client.PutItemAsync(Table.Name, item, Token);

        var error = await Assert.ThrowsAsync<InvalidDataException>(
            () => store.FindJobAsync("film.mp4", "faces", Token));

        Assert.Contains("(film.mp4, job#faces)", error.Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// As DynamoDB counts: names and values in UTF-8, and a few bytes for structure (developer guide, "Item sizes").
    /// </summary>
    private static int SizeOf(Dictionary<string, AttributeValue> item) =>
        item.Sum(pair => System.Text.Encoding.UTF8.GetByteCount(pair.Key) + SizeOf(pair.Value));

    private static int SizeOf(AttributeValue value) => value switch
    {
        { S: { } text } => System.Text.Encoding.UTF8.GetByteCount(text),
        { N: not null } => 21,
        { B: { } bytes } => (int)bytes.Length,
        { M: { } map } => 3 + map.Count + SizeOf(map),
        { L: { } list } => 3 + list.Count + list.Sum(SizeOf),
        _ => 1,
    };
}
