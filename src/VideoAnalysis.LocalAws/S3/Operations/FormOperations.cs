using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using VideoAnalysis.LocalAws.S3.Body;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Protocol;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.S3.Operations;

/// <summary>POST Object: an upload by a form. Its policy and signature are read over, like all credentials here.</summary>
internal sealed class FormOperations(ObjectStore objects, ILogger<FormOperations> logger)
{
    /// <summary>S3 takes 20 KB of form before the file.</summary>
    private const int FieldBytes = 20 * 1024;

    private const string FileField = "file";

    /// <summary>Stores the file of the form.</summary>
    public async Task PostAsync(S3Call call)
    {
        await objects.CheckBucketAsync(call.Bucket, call.Aborted);
        var reader = new MultipartReader(BoundaryOf(call), call.Request.Body);
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            while (await reader.ReadNextSectionAsync(call.Aborted) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } disposition)
                {
                    throw S3Errors.MalformedPost("A part of the form lacks its Content-Disposition.");
                }

                var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                if (name.Equals(FileField, StringComparison.OrdinalIgnoreCase))
                {
                    await StoreAsync(call, fields, FileName(disposition), section.Body);
                    return;
                }

                fields[name] = await ReadFieldAsync(section, fields.Values.Sum(value => value.Length), call.Aborted);
            }
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException && !e.IsDiskFull()))
        {
            throw S3Errors.MalformedPost("The body of your POST request is not well-formed multipart/form-data.");
        }

        throw S3Errors.InvalidArgument(FileField, "0", "POST requires exactly one file upload per request.");
    }

    private async Task StoreAsync(S3Call call, Dictionary<string, string> fields, string fileName, Stream content)
    {
        var key = fields.GetValueOrDefault("key")?.Replace("${filename}", fileName, StringComparison.Ordinal);
        if (string.IsNullOrEmpty(key))
        {
            throw S3Errors.InvalidArgument("key", "", "Bucket POST must contain a field named 'key'. If it is specified, please check the order of the fields.");
        }

        using var body = new VerifiedBody(BodyExpectations.None, content);
        using var file = objects.Receive();
        await file.ReceiveAsync(body, call.Aborted);
        var (md5, _) = body.Verify();
        var stored = await objects.PutAsync(
            file,
            new NewObject
            {
                Bucket = call.Bucket,
                Key = S3Address.CheckKey(key),
                File = file.Name,
                Size = file.Length,
                ETag = Convert.ToHexStringLower(md5),
                Headers = ObjectHeaders.From(fields),
                Creation = call.Creation(ObjectCreation.Post),
                Condition = new WriteCondition(MustNotExist: false, MustHaveETag: null),
            },
            call.Aborted);
        logger.ObjectStored(ObjectCreation.Post, stored.Bucket, stored.Key, stored.Size);
        await RespondAsync(call, fields, stored);
    }

    private static Task RespondAsync(S3Call call, Dictionary<string, string> fields, StoredObject stored)
    {
        var location = $"{call.Request.Scheme}://{call.Request.Host}/{stored.Bucket}/{Uri.EscapeDataString(stored.Key)}";
        call.Response.Headers.ETag = $"\"{stored.ETag}\"";
        if (Uri.TryCreate(fields.GetValueOrDefault("success_action_redirect"), UriKind.Absolute, out var redirect)
            && redirect.Scheme is "http" or "https")
        {
            call.Response.Headers.Location = QueryHelpers.AddQueryString(
                redirect.AbsoluteUri,
                new Dictionary<string, string?> { ["bucket"] = stored.Bucket, ["key"] = stored.Key, ["etag"] = $"\"{stored.ETag}\"" });
            return call.RespondAsync(StatusCodes.Status303SeeOther);
        }

        call.Response.Headers.Location = location;
        return fields.GetValueOrDefault("success_action_status") switch
        {
            "200" => call.RespondAsync(StatusCodes.Status200OK),
            "201" => call.RespondAsync(
                xml => xml.Group("PostResponse", root =>
                {
                    root.Text("Location", location);
                    root.Text("Bucket", stored.Bucket);
                    root.Text("Key", stored.Key);
                    root.ETag(stored.ETag);
                }),
                StatusCodes.Status201Created),
            _ => call.RespondAsync(StatusCodes.Status204NoContent),
        };
    }

    private static string BoundaryOf(S3Call call) =>
        MediaTypeHeaderValue.TryParse(call.Request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 } boundary
            ? boundary
            : throw new S3Exception(
                412, "PreconditionFailed", "Bucket POST must be of the enclosure-type multipart/form-data");

    private static string FileName(ContentDispositionHeaderValue disposition)
    {
        // Some browsers send the folder too; S3 takes the last segment.
        var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName);
        return name.ToString().Split('/', '\\')[^1];
    }

    private static async Task<string> ReadFieldAsync(MultipartSection section, int taken, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var block = new byte[4096];
        while (await section.Body.ReadAsync(block, cancellationToken) is var read and > 0)
        {
            if (taken + buffer.Length + read > FieldBytes)
            {
                throw new S3Exception(
                    400, "MaxPostPreDataLengthExceededError", "Your POST request fields preceding the upload file were too large.");
            }

            buffer.Write(block, 0, read);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
