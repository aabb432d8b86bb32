using VideoAnalysis.Local.Cli;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Cli.Stack;

[Slow]
public sealed class RedriveTests
{
    [Fact]
    public async Task What_was_given_up_waits_again_after_a_redrive()
    {
        using var temporary = new TemporaryFolder();
        await WithQueueAsync(temporary.Path, async (database, queue) =>
        {
            await database.WriteAsync(
                transaction => queue.Add(transaction, "Greet", "1"), TestContext.Current.CancellationToken);
            var (delivery, _) =
                Assert.Single(await queue.PeekAsync("Greet", [], 1, TestContext.Current.CancellationToken));
            await queue.GiveUpAsync(delivery, "no such guest");
        });

        Assert.Equal(ExitCodes.Success, await CommandLine.RunAsync(["redrive", "--data", temporary.Path]));

        await WithQueueAsync(temporary.Path, async (_, queue) =>
        {
            Assert.Equal(1, await queue.CountAsync(TestContext.Current.CancellationToken));
            Assert.Empty(await queue.DeadLettersAsync(TestContext.Current.CancellationToken));
        });
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_refused_and_not_made()
    {
        using var temporary = new TemporaryFolder();
        var missing = Path.Combine(temporary.Path, "missing");

        Assert.Equal(ExitCodes.Usage, await CommandLine.RunAsync(["redrive", "--data", missing]));

        Assert.False(Directory.Exists(missing));
    }

    private static async Task WithQueueAsync(string path, Func<LocalDatabase, DeliveryQueue, Task> work)
    {
        using var folder = DataFolder.Open(path);
        using var database = new LocalDatabase(folder, [new SchemaPart("delivery", DeliveryQueue.Schema)]);
        await work(database, new DeliveryQueue(database, TimeProvider.System));
    }
}
