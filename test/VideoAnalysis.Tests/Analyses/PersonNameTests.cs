using System.Text.RegularExpressions;
using CsCheck;
using VideoAnalysis.Analyses.Persons;

namespace VideoAnalysis.Tests.Analyses;

/// <summary>Names of persons, and what stands for them in a collection of faces.</summary>
public sealed partial class PersonNameTests
{
    [Theory]
    [InlineData("Ada", "Ada")]
    [InlineData("Ada Lovelace", "Ada_20Lovelace")]
    [InlineData("Zo\u00eb", "Zo_C3_AB")]
    [InlineData("  Jean-Luc P. ", "Jean-Luc_20P.")]
    [InlineData("a_20b", "a_5F20b")]
    [InlineData("金 \ud83d\ude00/?", "_E9_87_91_20_F0_9F_98_80_2F_3F")]
    public void A_name_is_written_in_what_an_external_id_may_have(string name, string id) =>
        Assert.Equal(id, PersonName.TryParse(name)!.ExternalImageId);

    [Fact]
    public void Every_name_comes_back_as_it_was() => Gen.String[Gen.Char, 1, 28].Sample(text =>
    {
        if (PersonName.TryParse(text) is { } name)
        {
            Assert.Matches(ExternalId, name.ExternalImageId);
            Assert.Equal(name.Value, PersonName.Of(name.ExternalImageId));
            Assert.Equal(name, PersonName.TryParse(name.Value));
        }
    });

    [Theory]
    [InlineData("anna_maria")]
    [InlineData("user:17")]
    [InlineData("_FF")]
    [InlineData("Anna_20")]
    [InlineData("a_2")]
    [InlineData("a_c3_ab")]
    [InlineData("_0A")]
    public void An_id_that_was_given_elsewhere_stands_for_itself(string id) => Assert.Equal(id, PersonName.Of(id));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("a\u0000")]
    [InlineData("a\u2028b")]
    public void What_is_no_name_is_refused(string text) => Assert.Null(PersonName.TryParse(text));

    [Fact]
    public void Half_a_character_is_no_name() => Assert.Null(PersonName.TryParse("a\ud83d"));

    [Fact]
    public void A_name_may_be_as_long_as_its_id()
    {
        Assert.NotNull(PersonName.TryParse(new string('a', 255)));
        Assert.Null(PersonName.TryParse(new string('a', 256)));
        Assert.NotNull(PersonName.TryParse(new string('金', 28)));
        Assert.Null(PersonName.TryParse(new string('金', 29)));
    }

    /// <summary>The service's own pattern of <c>ExternalImageId</c>.</summary>
    [GeneratedRegex(@"^[a-zA-Z0-9_.\-:]{1,255}$")]
    private static partial Regex ExternalId { get; }
}
