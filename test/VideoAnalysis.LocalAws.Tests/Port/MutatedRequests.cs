using System.Globalization;
using System.Text;

namespace VideoAnalysis.LocalAws.Tests.Port;

/// <summary>Requests in all protocols of the port, each changed at random places: the same for the same seed.</summary>
internal sealed class MutatedRequests(int seed)
{
    private const string Signed = "Authorization: AWS4-HMAC-SHA256 " +
        "Credential=A/20260304/us-east-1/{0}/aws4_request, SignedHeaders=host, Signature=0\r\n";

    /// <summary>The first line and the headers, and the body, of requests that are right.</summary>
    private static readonly (string Head, string Body)[] Right =
    [
        ("GET / HTTP/1.1\r\n", ""),
        ("GET /?max-buckets=1&prefix=v HTTP/1.1\r\n", ""),
        ("PUT /more-{n} HTTP/1.1\r\n",
            "<CreateBucketConfiguration><LocationConstraint>us-east-1</LocationConstraint>" +
            "</CreateBucketConfiguration>"),
        ("HEAD /videos HTTP/1.1\r\n", ""),
        ("DELETE /more-{n} HTTP/1.1\r\n", ""),
        ("GET /videos?list-type=2&prefix=a%2F&delimiter=%2F&max-keys=2&encoding-type=url&start-after=a HTTP/1.1\r\n",
            ""),
        ("GET /videos?marker=a&prefix=f HTTP/1.1\r\nx-amz-optional-object-attributes: RestoreStatus\r\n", ""),
        ("GET /videos?uploads&key-marker=a&upload-id-marker=b&max-uploads=1 HTTP/1.1\r\n", ""),
        ("GET /videos?location HTTP/1.1\r\n", ""),
        ("GET /videos/film.mp4 HTTP/1.1\r\nRange: bytes=0-1\r\nIf-Range: \"a\"\r\n", ""),
        ("GET /videos/film.mp4?partNumber=1&response-content-type=a%2Fb&X-Amz-Signature=0 " +
            "HTTP/1.1\r\nIf-None-Match: \"a\"\r\n", ""),
        ("GET /videos/film.mp4 HTTP/1.1\r\nIf-Modified-Since: Thu, 01 Jan 2015 00:00:00 GMT\r\nOrigin: " +
            "http://localhost:3000\r\n", ""),
        ("HEAD /videos/film.mp4?versionId=null HTTP/1.1\r\nx-amz-checksum-mode: ENABLED\r\n", ""),
        ("PUT /videos/a%20{n}.bin HTTP/1.1\r\nx-amz-meta-a: b\r\nContent-Type: video/mp4\r\nContent-MD5: " +
            "XrY7u+Ae7tCTyyK7j1rNww==\r\n", "hello world"),
        ("PUT /videos/b{n}?x-amz-meta-a=b&X-Amz-Signature=0&X-Amz-Expires=1 HTTP/1.1\r\nx-amz-checksum-crc32: " +
            "DUoRhQ==\r\n", "hello world"),
        ("PUT /videos/c{n} HTTP/1.1\r\nx-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\nx-amz-trailer: " +
            "x-amz-checksum-crc64nvme\r\nx-amz-decoded-content-length: 11\r\n",
            "b\r\nhello world\r\n0\r\nx-amz-checksum-crc64nvme:jSnVw/bqjr4=\r\n\r\n"),
        ("PUT /videos/d{n} HTTP/1.1\r\nx-amz-copy-source: " +
            "/videos/film.mp4?versionId=null\r\nx-amz-metadata-directive: REPLACE\r\nx-amz-meta-c: d\r\n", ""),
        ("DELETE /videos/a%20{n}.bin?versionId=null HTTP/1.1\r\nIf-Match: *\r\n", ""),
        ("POST /videos?delete HTTP/1.1\r\n",
            "<Delete><Quiet>true</Quiet><Object><Key>none</Key><ETag>\"a\"</ETag></Object></Delete>"),
        ("POST /videos/e{n}?uploads HTTP/1.1\r\nx-amz-checksum-algorithm: CRC32\r\nx-amz-checksum-type: " +
            "FULL_OBJECT\r\n", ""),
        ("PUT /videos/e?uploadId=0&partNumber=1 HTTP/1.1\r\n", "part"),
        ("POST /videos/e?uploadId=0 HTTP/1.1\r\nx-amz-mp-object-size: 1\r\n",
            "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>a</ETag></Part></CompleteMultipartUpload>"),
        ("GET /videos/e?uploadId=0&max-parts=1&part-number-marker=1 HTTP/1.1\r\n", ""),
        ("DELETE /videos/e?uploadId=0 HTTP/1.1\r\n", ""),
        ("OPTIONS /videos/film.mp4 HTTP/1.1\r\nOrigin: http://localhost:3000\r\nAccess-Control-Request-Method: " +
            "PUT\r\nAccess-Control-Request-Headers: content-type\r\n", ""),
        ("POST /videos HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b\r\n",
            "--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\na\r\n--b--\r\n"),
        ("POST / HTTP/1.1\r\nX-Amz-Target: AmazonSQS.SendMessage\r\nContent-Type: application/x-amz-json-1.0\r\n",
            "{\"QueueUrl\":\"http://localhost/0/Backlog\",\"MessageBody\":\"{}\",\"DelaySeconds\":900}"),
        ("POST / HTTP/1.1\r\nX-Amz-Target: RekognitionService.StartFaceDetection\r\nContent-Type: " +
            "application/x-amz-json-1.1\r\n",
            "{\"Video\":{\"S3Object\":{\"Bucket\":\"videos\",\"Name\":\"none.mp4\"}},\"ClientRequestToken\":\"a\"," +
            "\"JobTag\":\"b\",\"FaceAttributes\":\"ALL\"}"),
        ("POST / HTTP/1.1\r\nX-Amz-Target: RekognitionService.GetFaceDetection\r\nContent-Type: " +
            "application/x-amz-json-1.1\r\n", "{\"JobId\":\"a\",\"MaxResults\":10,\"NextToken\":\"b\"}"),
        ("POST / HTTP/1.1\r\nX-Amz-Target: DynamoDB_20120810.ListTables\r\nContent-Type: " +
            "application/x-amz-json-1.0\r\n", "{}"),
        ("POST / HTTP/1.1\r\n" + Signed.Replace("{0}", "sns", StringComparison.Ordinal)
            + "Content-Type: application/x-www-form-urlencoded\r\n", "Action=CreateTopic&Version=2010-03-31&Name=a"),
        ("GET /2015-03-31/functions HTTP/1.1\r\n" + Signed.Replace("{0}", "lambda", StringComparison.Ordinal), ""),
        ("POST /service/A/operation/B HTTP/1.1\r\nsmithy-protocol: rpc-v2-cbor\r\n", "a"),
    ];

    /// <summary>Pieces that have broken programs before.</summary>
    private static readonly string[] Odd =
    [
        "%", "%00", "%ff", "%ED%A0%80", "%0d%0a", "\0", "\u0001", "\u00ff", "\u00ed\u00a0\u0080", "\"", "<", ">", "&",
        "&#x0;", "&#xD800;", "]]>", "<!DOCTYPE a>",
        "../", "//", "?", "#", "=", ";", ",", " ", "\t", "-1", "0", "99999999999999999999", "NaN", "1e9", "null", "[]",
        "{", "}", "\\ud800", "*", "x-amz-", "\u00e9",
        "STREAMING-", "bytes=", "AAAA", "====", "0\r\n\r\n", "f\r\n", "ffffffffffffffff\r\n", "--b", "http://",
        "localhost", "+", "%2B", "uploads", "&uploadId", "&acl",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next request.</summary>
    public byte[] Next()
    {
        var (head, body) = Right[_random.Next(Right.Length)];
        var number = _random.Next(50).ToString(CultureInfo.InvariantCulture);
        head = head.Replace("{n}", number, StringComparison.Ordinal);
        for (var times = _random.Next(4); times > 0; times--)
        {
            // The line break that ends the headers stays, so that the port has a whole request to judge.
            (head, body) = _random.Next(2) == 0 ? (Mutated(head[..^2]) + "\r\n", body) : (head, Mutated(body));
        }

        var length = _random.Next(20) == 0 ? _random.Next(body.Length + 1) : body.Length;
        var framing =
            body.Length > 0 || !head.StartsWith("GET", StringComparison.Ordinal) ? $"Content-Length: {length}\r\n" : "";
        return Encoding.Latin1.GetBytes($"{head}Host: localhost\r\nConnection: close\r\n{framing}\r\n{body}");
    }

    private string Mutated(string text)
    {
        var at = _random.Next(text.Length + 1);
        var length = _random.Next(Math.Min(12, text.Length - at) + 1);
        return _random.Next(6) switch
        {
            0 => text[..at] + text[(at + length)..],
            1 => text[..at]
                + string.Concat(Enumerable.Repeat(text.Substring(at, length), 1 + _random.Next(100))) + text[at..],
            2 => text[..at] + (char)_random.Next(256) + text[at..],
            3 => text[..at] + (char)_random.Next(256) + text[(at + length)..],
            _ => text[..at] + Odd[_random.Next(Odd.Length)] + text[(at + (_random.Next(2) * length))..],
        };
    }
}
