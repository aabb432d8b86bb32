using VideoAnalysis.Videos;

namespace VideoAnalysis.Tests.Videos;

public sealed class SequencerTests
{
    [Theory]
    [InlineData("0055AED6DCD90281E5", "0055AED6DCD90281E6")]
    [InlineData("00", "001")]
    [InlineData("0A", "0B0")]
    [InlineData("09", "0a")]
    public void Orders_as_text_padded_on_the_right(string earlier, string later) =>
        Assert.True(new Sequencer(earlier) < new Sequencer(later));

    [Fact]
    public void Zeros_on_the_right_make_no_difference() => Assert.Equal(new Sequencer("0A"), new Sequencer("0a000"));

    [Fact]
    public void Nothing_but_zeros_can_be_written_down_and_read_again() =>
        Assert.Equal(new Sequencer("0"), new Sequencer(new Sequencer("0000").ToString()));

    [Theory]
    [InlineData("")]
    [InlineData("xyz")]
    public void Refuses_what_is_not_hexadecimal(string value) =>
        Assert.Throws<FormatException>(() => new Sequencer(value));
}
