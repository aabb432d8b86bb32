using System.Xml;
using VideoAnalysis.LocalAws.S3.Checksums;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>What the results of copies say of the copy, of an object and of a part alike.</summary>
internal static class CopyResult
{
    /// <summary>Writes the elements.</summary>
    public static void Write(XmlWriter xml, string etag, DateTimeOffset modified, ObjectChecksum? checksum)
    {
        xml.ETag(etag);
        xml.Time("LastModified", modified);
        if (checksum is not null)
        {
            xml.Text(checksum.Algorithm.Element, checksum.Value);
            xml.Text("ChecksumType", checksum.Type);
        }
    }
}
