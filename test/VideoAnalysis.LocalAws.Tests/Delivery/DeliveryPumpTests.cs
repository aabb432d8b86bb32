namespace VideoAnalysis.LocalAws.Tests.Delivery;

public sealed class DeliveryPumpTests
{
    [Fact(Timeout = 30_000)]
    public async Task What_is_added_is_delivered_at_once()
    {
        await using var harness = new PumpHarness();
        await harness.StartAsync();

        await harness.AddAsync("Greet", """{"name":"Ada"}""");

        Assert.Equal(("Greet", """{"name":"Ada"}"""), await harness.Invoker.NextCallAsync());
        await harness.Log.WaitForAsync("DeliveryDone");
        Assert.Equal(0, await harness.Queue.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 30_000)]
    public async Task What_a_failed_transaction_added_is_never_delivered()
    {
        await using var harness = new PumpHarness();
        await harness.StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => harness.Database.WriteAsync(transaction =>
        {
            harness.Queue.Add(transaction, "Greet", "lost");
            throw new InvalidOperationException();
        }, TestContext.Current.CancellationToken));

        await harness.AddAsync("Greet", "kept");
        Assert.Equal(("Greet", "kept"), await harness.Invoker.NextCallAsync());
        await harness.Log.WaitForAsync("DeliveryDone");
        Assert.False(harness.Invoker.WasCalledAgain);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_delay_is_kept()
    {
        await using var harness = new PumpHarness();
        await harness.StartAsync();

        await harness.AddAsync("Greet", "later", TimeSpan.FromMinutes(5));
        await harness.AddAsync("Greet", "now");
        Assert.Equal(("Greet", "now"), await harness.Invoker.NextCallAsync());
        await harness.Log.WaitForAsync("DeliveryDone");
        harness.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        Assert.False(harness.Invoker.WasCalledAgain);

        harness.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(("Greet", "later"), await harness.Invoker.NextCallAsync());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_failure_is_tried_again_after_a_growing_delay_until_it_succeeds()
    {
        await using var harness = new PumpHarness();
        var failures = 3;
        harness.Invoker.Functions["Greet"] = (_, _) =>
            failures-- > 0 ? throw new InvalidOperationException("not yet") : Task.FromResult("");
        await harness.StartAsync();
        await harness.AddAsync("Greet", "1");

        foreach (var longest in (double[])[0.625, 1.25, 2.5])
        {
            await harness.Invoker.NextCallAsync();
            await harness.Log.WaitForAsync("DeliveryRetried");
            Assert.False(harness.Invoker.WasCalledAgain);
            harness.Time.Advance(TimeSpan.FromSeconds(longest));
        }

        await harness.Invoker.NextCallAsync();
        await harness.Log.WaitForAsync("DeliveryDone");
        Assert.Equal(0, await harness.Queue.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 30_000)]
    public async Task What_always_fails_becomes_a_dead_letter_with_its_error()
    {
        await using var harness = new PumpHarness { Options = new() { MaxAttempts = 2 } };
        harness.Invoker.Functions["Greet"] = (_, _) => throw new InvalidOperationException("no such guest");
        await harness.StartAsync();
        await harness.AddAsync("Greet", "1");
        await harness.Log.WaitForAsync("DeliveryRetried");
        harness.Time.Advance(TimeSpan.FromSeconds(1));
        await harness.Log.WaitForAsync("DeliveryGivenUp");

        var letter = Assert.Single(await harness.Queue.DeadLettersAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("Greet", "1", 2), (letter.Function, letter.Payload, letter.Attempts));
        Assert.Equal("InvalidOperationException: no such guest", letter.Error);
        Assert.Equal(0, await harness.Queue.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_dead_letter_that_is_redriven_starts_from_the_beginning()
    {
        await using var harness = new PumpHarness { Options = new() { MaxAttempts = 1 } };
        harness.Invoker.Functions["Greet"] = (_, _) => throw new InvalidOperationException("closed");
        await harness.StartAsync();
        await harness.AddAsync("Greet", "1");
        await harness.Log.WaitForAsync("DeliveryGivenUp");
        harness.Invoker.Functions.Clear();

        Assert.Equal(1, await harness.Queue.RedriveAsync(TestContext.Current.CancellationToken));

        await harness.Log.WaitForAsync("DeliveryDone");
        Assert.Empty(await harness.Queue.DeadLettersAsync(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_message_that_the_function_reports_as_failed_is_tried_again()
    {
        await using var harness = new PumpHarness();
        harness.Invoker.Functions["Drain"] = (_, _) =>
            Task.FromResult("""{"batchItemFailures":[{"itemIdentifier":"1"}]}""");
        await harness.StartAsync();

        await harness.AddAsync("Drain", "1");

        await harness.Log.WaitForAsync("DeliveryRetried");
        Assert.Equal(1, await harness.Queue.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 30_000)]
    public async Task An_answer_without_failures_counts_as_done()
    {
        await using var harness = new PumpHarness();
        harness.Invoker.Functions["Drain"] = (_, _) => Task.FromResult("""{"batchItemFailures":[]}""");
        await harness.StartAsync();

        await harness.AddAsync("Drain", "1");

        await harness.Log.WaitForAsync("DeliveryDone");
    }

    [Fact(Timeout = 30_000)]
    public async Task A_function_runs_only_so_often_at_a_time_and_holds_up_no_other()
    {
        await using var harness = new PumpHarness { Options = new() { MaxConcurrencyPerFunction = 2 } };
        var release = new TaskCompletionSource();
        harness.Invoker.Functions["Slow"] = async (_, _) =>
        {
            await release.Task;
            return "";
        };
        foreach (var number in Enumerable.Range(1, 5))
        {
            await harness.AddAsync("Slow", $"{number}");
        }

        await harness.StartAsync();
        await harness.Invoker.NextCallAsync();
        await harness.Invoker.NextCallAsync();
        await harness.AddAsync("Quick", "1");

        Assert.Equal(("Quick", "1"), await harness.Invoker.NextCallAsync());
        await harness.Log.WaitForAsync("DeliveryDone");
        Assert.Equal(2, harness.Invoker.Running);
        release.SetResult();
        await harness.Invoker.NextCallAsync();
        await harness.Invoker.NextCallAsync();
        await harness.Invoker.NextCallAsync();
        Assert.Equal(3, harness.Invoker.MostRunning);
    }

    [Fact(Timeout = 30_000)]
    public async Task An_invocation_interrupted_by_the_shutdown_is_not_counted_and_comes_again()
    {
        await using var harness = new PumpHarness { Options = new() { MaxAttempts = 1 } };
        harness.Invoker.Functions["Greet"] = async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, harness.Time, token);
            return "";
        };
        await harness.StartAsync();
        await harness.AddAsync("Greet", "1");
        await harness.Invoker.NextCallAsync();

        await harness.StopAsync();

        Assert.Empty(await harness.Queue.DeadLettersAsync(TestContext.Current.CancellationToken));
        harness.Invoker.Functions.Clear();
        await harness.StartAsync();
        Assert.Equal(("Greet", "1"), await harness.Invoker.NextCallAsync());
        await harness.Log.WaitForAsync("DeliveryDone");
    }

    [Theory(Timeout = 30_000)]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_clock_that_is_set_changes_no_wait(int hours)
    {
        await using var harness = new PumpHarness();
        await harness.StartAsync();
        await harness.AddAsync("Greet", "1", TimeSpan.FromMinutes(10));
        harness.Clock.Step = TimeSpan.FromHours(hours);
        await harness.AddAsync("Greet", "now");

        Assert.Equal(("Greet", "now"), await harness.Invoker.NextCallAsync());
        await harness.Log.WaitForAsync("DeliveryDone");
        Assert.False(harness.Invoker.WasCalledAgain);
        harness.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(("Greet", "1"), await harness.Invoker.NextCallAsync());
    }

    [Fact(Timeout = 30_000)]
    public async Task What_waits_over_a_restart_is_due_at_once_whatever_the_clock_says()
    {
        await using var harness = new PumpHarness();
        await harness.StartAsync();
        await harness.AddAsync("Greet", "1", TimeSpan.FromMinutes(10));
        await harness.StopAsync();
        harness.Clock.Step = TimeSpan.FromDays(-1);

        await harness.StartAsync();

        Assert.Equal(("Greet", "1"), await harness.Invoker.NextCallAsync());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_stop_waits_for_what_runs_and_keeps_its_success()
    {
        await using var harness = new PumpHarness();
        var stopping = new TaskCompletionSource();
        harness.Invoker.Functions["Stubborn"] = async (_, token) =>
        {
            using var registration = token.Register(stopping.SetResult);
            await stopping.Task;
            return "";
        };
        await harness.StartAsync();
        await harness.AddAsync("Stubborn", "1");
        await harness.Invoker.NextCallAsync();

        await harness.StopAsync();

        Assert.Equal(0, await harness.Queue.CountAsync(TestContext.Current.CancellationToken));
    }
}
