using Amazon.Lambda.APIGatewayEvents;

namespace VideoAnalysis.Functions.Http;

/// <summary>Answers that depend on what the caller prefers, and that it may keep and ask about.</summary>
internal static class Representation
{
    /// <summary>A body, compressed when the caller likes that.</summary>
    /// <param name="contentType">The media type.</param>
    /// <param name="body">The body.</param>
    /// <param name="headers">What the caller prefers.</param>
    /// <param name="tag">The entity tag; null for what is still going to change.</param>
    public static APIGatewayHttpApiV2ProxyResponse Of(
        string contentType, ReadOnlyMemory<byte> body, RequestHeaders headers, EntityTag? tag)
    {
        var answer = Varying(Answer.Empty(200)).With("Content-Type", contentType);
        var coding = ContentCoding.Choose(headers, body.Length);
        if (coding is null)
        {
            answer.SetBody(body);
        }
        else
        {
            answer.SetBody(coding.Compress(body), isText: false);
            answer.With("Content-Encoding", coding.Name);
        }

        return tag is null ? answer : Kept(answer, tag.Quoted(coding));
    }

    /// <summary>The caller has it already.</summary>
    public static APIGatewayHttpApiV2ProxyResponse NotModified(string tag) => Kept(Varying(Answer.Empty(304)), tag);

    private static APIGatewayHttpApiV2ProxyResponse Varying(APIGatewayHttpApiV2ProxyResponse answer) =>
        answer.With("Vary", "Accept, Accept-Encoding");

    // Results are about people: nobody but the caller keeps them, and not without asking whether they are still there.
    private static APIGatewayHttpApiV2ProxyResponse Kept(APIGatewayHttpApiV2ProxyResponse answer, string tag) =>
        answer.With("ETag", tag).With("Cache-Control", "private, no-cache");
}
