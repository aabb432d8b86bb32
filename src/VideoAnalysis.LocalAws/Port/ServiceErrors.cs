using System.Buffers;
using System.Buffers.Binary;
using System.Security;
using System.Text;
using System.Text.Json;

namespace VideoAnalysis.LocalAws.Port;

/// <summary>Errors in the protocol of any service.</summary>
internal static class ServiceErrors
{
    /// <summary>Answers with an error.</summary>
    /// <param name="context">The request.</param>
    /// <param name="protocol">What its client understands.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The error's name.</param>
    /// <param name="message">What is wrong.</param>
    public static async Task WriteAsync(
        HttpContext context, ServiceProtocol protocol, int status, string code, string message)
    {
        var id = Guid.NewGuid().ToString();
        var response = context.Response;
        response.StatusCode = status;
        response.Headers["x-amzn-RequestId"] = id;
        response.Headers["x-amzn-ErrorType"] = code;
        var (type, body) = protocol switch
        {
            ServiceProtocol.Json => (JsonType(context.Request), Json(code, message)),
            ServiceProtocol.RestJson => ("application/json", Json(code, message)),
            ServiceProtocol.Ec2Query => ("text/xml", Encoding.UTF8.GetBytes(
                $"<Response><Errors>{Xml(code, message)}</Errors><RequestID>{id}</RequestID></Response>")),
            ServiceProtocol.Cbor => ("application/cbor", Cbor(code, message)),
            _ => ("text/xml", Encoding.UTF8.GetBytes(
                $"<ErrorResponse>{Xml(code, message, "<Type>Sender</Type>")}" +
                $"<RequestId>{id}</RequestId></ErrorResponse>")),
        };
        if (protocol == ServiceProtocol.Cbor)
        {
            response.Headers["smithy-protocol"] = "rpc-v2-cbor";
        }

        response.ContentType = type;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private static string JsonType(HttpRequest request) =>
        request.ContentType?.Contains("json-1.0", StringComparison.OrdinalIgnoreCase) == true
            ? "application/x-amz-json-1.0"
            : "application/x-amz-json-1.1";

    private static string Xml(string code, string message, string more = "")
    {
        var text = SecurityElement.Escape(message);
        return $"<Error>{more}<Code>{SecurityElement.Escape(code)}</Code><Message>{text}</Message></Error>";
    }

    private static byte[] Json(string code, string message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("__type", code);
            json.WriteString("message", message);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A map of two texts (RFC 8949).</summary>
    private static byte[] Cbor(string code, string message)
    {
        using var buffer = new MemoryStream();
        buffer.WriteByte(0xA2);
        foreach (var text in (string[])["__type", code, "message", message])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Span<byte> head = [0x79, 0, 0];
            BinaryPrimitives.WriteUInt16BigEndian(head[1..], (ushort)bytes.Length);
            buffer.Write(head);
            buffer.Write(bytes);
        }

        return buffer.ToArray();
    }
}
