using System.Xml;
using System.Xml.Linq;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Body;

/// <summary>Bodies that are XML documents.</summary>
internal static class XmlBody
{
    // From outside: no document types, so no entities, and no end without limit.
    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = S3Limits.XmlBytes,
    };

    /// <summary>Reads the document of a request, and checks its digests.</summary>
    /// <exception cref="S3Exception">The body is not XML, is too large, or is not what was announced.</exception>
    public static async Task<XElement> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = VerifiedBody.Of(request);
        using var buffer = new MemoryStream();
        var block = new byte[16 * 1024];
        while (await body.ReadAsync(block, cancellationToken) is var read and > 0)
        {
            if (buffer.Length + read > S3Limits.XmlBytes)
            {
                throw S3Errors.MalformedXml();
            }

            buffer.Write(block, 0, read);
        }

        body.Verify();
        buffer.Position = 0;
        try
        {
            CheckShape(buffer);
            buffer.Position = 0;
            using var reader = XmlReader.Create(buffer, Reading);
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            throw S3Errors.MalformedXml();
        }
    }

    /// <summary>Reads a document without keeping it: deep or endless ones cost nothing then.</summary>
    private static void CheckShape(Stream document)
    {
        using var reader = XmlReader.Create(document, Reading);
        var nodes = 0;
        while (reader.Read())
        {
            nodes += 1 + reader.AttributeCount;
            if (reader.Depth > S3Limits.XmlDepth || nodes > S3Limits.XmlNodes)
            {
                throw S3Errors.MalformedXml();
            }
        }
    }
}
