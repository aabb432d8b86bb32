using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;
using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Sqs;

/// <summary>
/// As much of SQS as the functions use from outside the stack, in the containers of <c>sam local</c>: AWS JSON 1.0,
/// <c>POST /</c> with the operation in <c>X-Amz-Target</c>. A message sent is delivered to the queue's function.
/// </summary>
internal sealed class SqsEndpoint(LocalDatabase database, IOutbox outbox, TimeProvider time)
{
    private const string TargetHeader = "X-Amz-Target";
    private const string TargetPrefix = "AmazonSQS.";
    private const string ContentType = "application/x-amz-json-1.0";

    /// <summary>SQS's longest delay, in seconds.</summary>
    private const int LongestDelay = 900;

    /// <summary>SQS's largest message: 1 MiB ("Amazon SQS message quotas").</summary>
    private const int MaxMessageBytes = 1024 * 1024;

    /// <summary>Room for a message of that size, every character of it escaped.</summary>
    private const long MaxRequestBytes = 8 * MaxMessageBytes;

    /// <summary>The functions that template.yaml has read the queues; of announcements it is a pipe.</summary>
    private static readonly FrozenDictionary<string, string> Readers = new Dictionary<string, string>
    {
        [LocalNames.Announcements] = LocalNames.Announcements,
        ["Backlog"] = "StartQueued",
        ["Continuations"] = "ContinueCollection",
    }.ToFrozenDictionary();

    /// <summary>Whether a request is meant for this service, which shares the port with others.</summary>
    public static bool Handles(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Headers[TargetHeader]
        .ToString().StartsWith(TargetPrefix, StringComparison.Ordinal);

    /// <summary>Answers a request that <see cref="Handles"/>.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxRequestBytes;
        }

        try
        {
            await AnswerAsync(context);
        }
        catch (BadHttpRequestException e)
        {
            await FailAsync(context, "com.amazon.coral.service#SerializationException", e.Message, e.StatusCode);
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested
            && e is OperationCanceledException or IOException)
        {
            // The client is gone; there is nobody to answer.
        }
        catch (Exception e) when (e.IsDiskFull())
        {
            await FailAsync(
                context,
                "com.amazonaws.sqs#OverLimit",
                "The disk that holds the local stack's data folder is full. Delete objects or results, or free " +
                "space on the disk.",
                StatusCodes.Status507InsufficientStorage);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var operation = context.Request.Headers[TargetHeader].ToString()[TargetPrefix.Length..];
        if (operation != "SendMessage")
        {
            await FailAsync(context, "com.amazonaws.sqs#UnsupportedOperation", $"The local SQS has no {operation}.");
        }
        else if (await ReadAsync(context) is not { } request)
        {
            await FailAsync(
                context, "com.amazon.coral.service#SerializationException", "The request is no JSON object.");
        }
        else if (!TryFindReader(request.QueueUrl, out var queue, out var function))
        {
            await FailAsync(
                context,
                "com.amazonaws.sqs#QueueDoesNotExist",
                $"There is no queue {request.QueueUrl}; there are {string.Join(" and ", Readers.Keys.Order())}.");
        }
        else if (Encoding.UTF8.GetByteCount(request.MessageBody ?? "") > MaxMessageBytes)
        {
            await FailAsync(
                context, "com.amazonaws.sqs#InvalidParameterValue", $"A message has at most {MaxMessageBytes} bytes.");
        }
        else if (request is not { MessageBody: { Length: > 0 } body, DelaySeconds: null or (>= 0 and <= LongestDelay) })
        {
            await FailAsync(
                context, "com.amazonaws.sqs#InvalidParameterValue",
                $"A message has a body, and a delay of 0 to {LongestDelay} seconds.");
        }
        else
        {
            var invocation = SqsEvent.Of(queue, body, time.GetUtcNow());
            var payload = JsonSerializer.Serialize(invocation, SqsEventJson.Default.SqsEvent);
            var delay = TimeSpan.FromSeconds(request.DelaySeconds ?? 0);
            await database.WriteAsync(
                transaction => outbox.Add(transaction, function, payload, delay), context.RequestAborted);
            var sent = new SendMessageResponse(invocation.Records[0].MessageId, Md5(body));
            await WriteAsync(context, StatusCodes.Status200OK, sent, SqsJson.Default.SendMessageResponse);
        }
    }

    private static async Task<SendMessageRequest?> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(
                context.Request.Body, SqsJson.Default.SendMessageRequest, context.RequestAborted);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter is what a text that is no UTF-8 ends with.
            return null;
        }
    }

    private static bool TryFindReader(
        string? queueUrl, [NotNullWhen(true)] out string? queue, [NotNullWhen(true)] out string? function)
    {
        (queue, function) = (queueUrl?.Split('/')[^1], null);
        return queue is not null && Readers.TryGetValue(queue, out function);
    }

    [SuppressMessage("Security", "CA5351", Justification = "SQS's protocol has it; it guards nothing.")]
    private static string Md5(string body) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(body)));

    private static Task FailAsync(
        HttpContext context, string type, string message, int status = StatusCodes.Status400BadRequest) => WriteAsync(
        context, status, new SqsErrorBody(type, message), SqsJson.Default.SqsErrorBody);

    private static Task WriteAsync<T>(HttpContext context, int statusCode, T body, JsonTypeInfo<T> json)
    {
        context.Response.StatusCode = statusCode;
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        return context.Response.WriteAsJsonAsync(body, json, ContentType, context.RequestAborted);
    }
}
