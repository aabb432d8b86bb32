using CsCheck;
using VideoAnalysis.LocalAws.S3.Checksums;

namespace VideoAnalysis.LocalAws.Tests.S3;

public sealed class ChecksumTests
{
    /// <summary>The check values of the algorithms' catalogues: of the nine digits.</summary>
    [Theory]
    [InlineData("CRC32", "CBF43926")]
    [InlineData("CRC32C", "E3069283")]
    [InlineData("CRC64NVME", "AE8B14860A799888")]
    [InlineData("SHA1", "F7C3BC1D808E04732ADF679965CCC34CA7AE3441")]
    [InlineData("SHA256", "15E2B0D3C33891EBB0F1EF609EC419420C20E320CE94C65FBC8C3312448EB225")]
    public void The_catalogued_check_value_comes_out(string algorithm, string expected) =>
        Assert.Equal(expected, Convert.ToHexString(Sum(algorithm, "123456789"u8.ToArray())));

    [Fact]
    public void It_does_not_matter_in_which_pieces_the_bytes_come() =>
        Gen.Select(Gen.OneOf(Gen.Const("CRC32"), Gen.Const("CRC32C"), Gen.Const("CRC64NVME"), Gen.Const("SHA256")),
            Gen.Byte.Array[0, 60].Array[0, 6])
            .Sample((algorithm, pieces) =>
                Sum(algorithm, pieces).SequenceEqual(Sum(algorithm, pieces.SelectMany(piece => piece).ToArray())));

    private static byte[] Sum(string algorithm, params byte[][] pieces)
    {
        var checksum = ChecksumAlgorithm.ByName(algorithm)!.Start();
        using var disposable = checksum as IDisposable;
        foreach (var piece in pieces)
        {
            checksum.Append(piece);
        }

        return checksum.Finish();
    }
}
