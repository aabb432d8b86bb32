using System.Text;
using CsCheck;
using VideoAnalysis.LocalAws.S3.Body;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.Tests.S3;

public sealed class AwsChunkedStreamTests
{
    private const string Signature =
        ";chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648";

    /// <summary>Two chunks, signed, with a signed trailer.</summary>
    private static readonly byte[] Framed = Encoding.ASCII.GetBytes(
        $"b{Signature}\r\nhello\r\n wor\r\n2{Signature}\r\nld\r\n0{Signature}\r\n"
        + "x-amz-checksum-crc32c:wdBDMA==\r\nx-amz-trailer-signature:00\r\n\r\n");

    private static readonly string[] Trailers = ["x-amz-checksum-crc32c", "x-amz-trailer-signature"];

    private static readonly byte[] Content = "hello\r\n world"u8.ToArray();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_does_not_matter_where_the_network_splits_the_body()
    {
        for (var split = 1; split < Framed.Length; split++)
        {
            using var stream = new AwsChunkedStream(new DribblingStream(Framed, split), Trailers);

            Assert.Equal(Content, await UploadTests.DrainAsync(stream));
            Assert.Equal("wdBDMA==", stream.Trailers["X-Amz-Checksum-Crc32C"]);
        }
    }

    [Fact]
    public async Task A_body_that_comes_byte_by_byte_is_understood()
    {
        using var stream =
            new AwsChunkedStream(new DribblingStream(Framed, [.. Enumerable.Repeat(1, Framed.Length)]), Trailers);

        Assert.Equal(Content, await UploadTests.DrainAsync(stream));
    }

    [Fact]
    public async Task A_body_cut_off_anywhere_before_its_last_chunk_is_incomplete()
    {
        var lastChunk =
            Framed.AsSpan().IndexOf(Encoding.ASCII.GetBytes($"\r\n0{Signature}\r\n")) + $"\r\n0{Signature}\r\n".Length;
        for (var length = 0; length < lastChunk; length++)
        {
            using var stream = new AwsChunkedStream(new MemoryStream(Framed[..length]), Trailers);

            var error = await Assert.ThrowsAsync<S3Exception>(() => UploadTests.DrainAsync(stream));

            Assert.Equal("IncompleteBody", error.Code);
        }
    }

    [Fact]
    public void Any_content_in_any_chunks_through_any_network_comes_out_as_it_went_in() =>
        Gen.Select(Gen.Byte.Array[0, 300].Array[0, 8], Gen.Int[1, 40].Array[0, 30]).Sample((chunks, sizes) =>
        {
            using var framed = new MemoryStream();
            foreach (var chunk in chunks.Where(chunk => chunk.Length > 0).Append([]))
            {
                framed.Write(Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"));
                framed.Write(chunk);
                framed.Write(chunk.Length > 0 ? "\r\n"u8 : "a:b\r\n\r\n"u8);
            }

            using var stream = new AwsChunkedStream(new DribblingStream(framed.ToArray(), sizes), ["a"]);
            using var decoded = new MemoryStream();
            stream.CopyToAsync(decoded, 7, Token).GetAwaiter().GetResult();
            return decoded.ToArray().SequenceEqual(chunks.SelectMany(chunk => chunk)) && stream.Trailers["a"] == "b";
        });

    [Theory]
    [InlineData("xyz\r\nhello\r\n0\r\n\r\n")]
    [InlineData("-5\r\nhello\r\n0\r\n\r\n")]
    [InlineData("\r\nhello\r\n0\r\n\r\n")]
    [InlineData("4\r\nhello\r\n0\r\n\r\n")]
    [InlineData("5\r\nhello0\r\n\r\n")]
    [InlineData("5\r\nhello\r\n0\r\nno trailer at all\r\n\r\n")]
    [InlineData("5\r\nhello\r\n0\r\nother:trailer\r\n\r\n")]
    [InlineData("5\r\nhello\r\n0\r\nx-amz-checksum-crc32c:a\r\nx-amz-checksum-crc32c:a\r\n\r\n")]
    [InlineData("5\r\nhello\r\n0\r\n\r\nmore")]
    public async Task Broken_framing_is_refused(string body)
    {
        using var stream = new AwsChunkedStream(new MemoryStream(Encoding.ASCII.GetBytes(body)), Trailers);

        var error = await Assert.ThrowsAsync<S3Exception>(() => UploadTests.DrainAsync(stream));

        Assert.Equal(400, error.Status);
    }

    [Fact]
    public async Task A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        using var stream = new AwsChunkedStream(new MemoryStream([.. Enumerable.Repeat((byte)'1', 1 << 20)]), Trailers);

        await Assert.ThrowsAsync<S3Exception>(() => stream.ReadAsync(new byte[10], Token).AsTask());
    }
}
