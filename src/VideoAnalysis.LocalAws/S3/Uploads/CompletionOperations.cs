using System.Globalization;
using System.Xml.Linq;
using VideoAnalysis.LocalAws.S3.Body;
using VideoAnalysis.LocalAws.S3.Checksums;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Uploads;

/// <summary>CompleteMultipartUpload.</summary>
internal sealed class CompletionOperations(MultipartUploads uploads, ILogger<CompletionOperations> logger)
{
    /// <summary>Makes the object.</summary>
    public async Task CompleteAsync(S3Call call)
    {
        var request = await ReadAsync(call);
        var completed = await uploads.CompleteAsync(
            call.Bucket, call.Key, UploadOperations.UploadId(call), request, call.Aborted);
        logger.UploadCompleted(call.Bucket, call.Key, request.Parts.Count);
        await call.RespondAsync(xml => xml.Root("CompleteMultipartUploadResult", root =>
        {
            root.Text("Location",
                $"{call.Request.Scheme}://{call.Request.Host}/{call.Bucket}/{Uri.EscapeDataString(call.Key)}");
            root.Text("Bucket", call.Bucket);
            root.Text("Key", call.Key);
            root.ETag(completed.ETag);
            if (completed.Checksum is { } checksum)
            {
                root.Text(checksum.Algorithm.Element, checksum.Value);
                root.Text("ChecksumType", checksum.Type);
            }
        }));
    }

    private static async Task<CompletionRequest> ReadAsync(S3Call call)
    {
        // A checksum in the header is the object's, not the document's: it must not be checked against that.
        var checksum = call.Request.Headers
            .Where(header => ChecksumAlgorithm.ByHeader(header.Key) is not null)
            .Select(header =>
                ((ChecksumAlgorithm, string)?)(ChecksumAlgorithm.ByHeader(header.Key)!, header.Value.ToString()))
            .FirstOrDefault();
        foreach (var algorithm in ChecksumAlgorithm.All)
        {
            call.Request.Headers.Remove(algorithm.Header);
        }

        long? size = call.Header("x-amz-mp-object-size") switch
        {
            null => null,
            var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
                number,
            var text =>
                throw S3Errors.InvalidArgument("x-amz-mp-object-size", text, "The size must be a number of bytes."),
        };
        var document = await XmlBody.ReadAsync(call.Request, call.Aborted);
        return new CompletionRequest
        {
            Parts = [.. document.Children("Part").Select(ReadPart)],
            Condition = WriteCondition.Of(call.Request.Headers),
            Creation = call.Creation(ObjectCreation.CompleteMultipartUpload),
            Checksum = checksum,
            ChecksumType = call.Header(ChecksumHeaders.Type),
            Size = size,
        };
    }

    private static PartReference ReadPart(XElement part)
    {
        var isNumber = int.TryParse(
            part.ChildText("PartNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (!isNumber || part.ChildText("ETag") is not { } etag)
        {
            throw S3Errors.MalformedXml();
        }

        var checksums = ChecksumAlgorithm.All
            .Where(algorithm => part.ChildText(algorithm.Element) is not null)
            .Select(algorithm => (algorithm, part.ChildText(algorithm.Element)!));
        return new PartReference(number, etag.Trim().Trim('"'), [.. checksums]);
    }
}
