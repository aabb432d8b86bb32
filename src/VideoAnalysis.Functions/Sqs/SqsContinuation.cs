using System.Text.Json;
using Amazon.SQS;
using VideoAnalysis.Collecting;
using VideoAnalysis.Functions.Rekognition;

namespace VideoAnalysis.Functions.Sqs;

/// <summary>Continuations in SQS: each is the completion message again.</summary>
internal sealed class SqsContinuation(IAmazonSQS client, Uri queue) : IContinuation
{
    public async Task ContinueAsync(Completion completion, CancellationToken cancellationToken) =>
        await client.SendMessageAsync(
            new()
            {
                QueueUrl = queue.AbsoluteUri,
                MessageBody = JsonSerializer.Serialize(
                    CompletionMessage.Of(completion), MessageJson.Default.CompletionMessage),
            },
            cancellationToken);
}
