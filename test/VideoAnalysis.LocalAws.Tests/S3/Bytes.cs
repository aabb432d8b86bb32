using System.Security.Cryptography;

namespace VideoAnalysis.LocalAws.Tests.S3;

/// <summary>Content that is the same in every run and repeats nowhere soon.</summary>
internal static class Bytes
{
    public static byte[] Make(int length, int seed = 1)
    {
        var bytes = new byte[length];
#pragma warning disable CA5394 // Test content, not a secret.
        new Random(seed).NextBytes(bytes);
#pragma warning restore CA5394
        return bytes;
    }

#pragma warning disable CA5351 // What S3's entity tags are made of.
    public static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351
}
