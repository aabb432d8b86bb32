using System.Text.Json;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Tests.S3;

/// <summary>A later upload has a larger sequencer.</summary>
public sealed class SequencerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Sequencers_grow_over_overwrites_and_restarts()
    {
        await using var s3 = await LocalS3.StartAsync();
        await s3.Client.PutObjectAsync(UploadTests.Request("film.mp4", [1]), Token);
        await s3.Client.PutObjectAsync(UploadTests.Request("film.mp4", [2]), Token);
        await s3.EventsAsync();
        await s3.StopAsync();
        await s3.StartAgainAsync();
        await s3.Client.PutObjectAsync(UploadTests.Request("film.mp4", [3]), Token);

        var sequencers = (await s3.EventsAsync()).Select(Sequencer).ToList();

        Assert.Equal(3, sequencers.Distinct().Count());
        Assert.Equal(sequencers.Max(StringComparer.Ordinal), sequencers[2]);
    }

    [Fact]
    public async Task Sequencers_grow_when_the_clock_is_set_back()
    {
        using var temporary = new TemporaryFolder();
        using var folder = DataFolder.Open(temporary.Path);
        using var database = new LocalDatabase(folder, [new SchemaPart("s3", ObjectTable.Schema)]);
        var noon = new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
        var sequencers = new List<string>();
        foreach (var now in (DateTimeOffset[])[noon, noon.AddYears(1), noon.AddHours(-1), noon.AddHours(-1),
            noon.AddYears(2)])
        {
            sequencers.Add(
                await database.WriteAsync(transaction => ObjectTable.NextSequencer(transaction, now), Token));
        }

        Assert.Equal(sequencers.Order(StringComparer.Ordinal), sequencers);
        Assert.Equal(5, sequencers.Distinct().Count());
    }

    private static string Sequencer(JsonElement record) =>
        record.GetProperty("s3").GetProperty("object").GetProperty("sequencer").GetString()!;
}
