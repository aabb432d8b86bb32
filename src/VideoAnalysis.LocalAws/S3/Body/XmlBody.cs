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
        Async = true,
        CheckCharacters = false,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = S3Limits.XmlBytes,
    };

    /// <summary>Reads the document of a request, and checks its digests.</summary>
    /// <exception cref="S3Exception">It is not XML, too large, or not what was announced.</exception>
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
            using var reader = XmlReader.Create(buffer, Reading);
            return await XElement.LoadAsync(reader, LoadOptions.PreserveWhitespace, cancellationToken);
        }
        catch (XmlException)
        {
            throw S3Errors.MalformedXml();
        }
    }
}
