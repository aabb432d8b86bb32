using CsCheck;
using VideoAnalysis.LocalAws.Delivery;

namespace VideoAnalysis.LocalAws.Tests.Delivery;

public sealed class DeliveryOptionsTests
{
    [Fact]
    public void A_wait_lies_around_the_doubled_delay_and_below_its_bound()
    {
        var options = new DeliveryOptions();
        Gen.Select(Gen.Int[1, 1000], Gen.Double[0, 1]).Sample((failures, spread) =>
        {
            var middle = Math.Min(0.5 * Math.Pow(2, failures - 1), 30);
            var delay = options.RetryDelay(failures, spread).TotalSeconds;
            return delay >= (middle * 0.75) - 1e-6 && delay <= (middle * 1.25) + 1e-6;
        });
    }

    [Theory]
    [InlineData(0, 1, 1, nameof(DeliveryOptions.MaxConcurrencyPerFunction))]
    [InlineData(1, 0, 1, nameof(DeliveryOptions.MaxAttempts))]
    [InlineData(1, 1, 0, nameof(DeliveryOptions.FirstRetryDelay))]
    public void A_value_that_makes_no_sense_is_named(int concurrency, int attempts, int delay, string name)
    {
        var options = new DeliveryOptions
        {
            MaxConcurrencyPerFunction = concurrency,
            MaxAttempts = attempts,
            FirstRetryDelay = TimeSpan.FromSeconds(delay),
        };

        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(options.Validate).ParamName);
    }
}
