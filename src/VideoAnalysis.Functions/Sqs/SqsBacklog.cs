using System.Text.Json;
using Amazon.SQS;
using VideoAnalysis.Backlog;

namespace VideoAnalysis.Functions.Sqs;

/// <summary>The backlog in SQS.</summary>
internal sealed class SqsBacklog(IAmazonSQS client, Uri queue) : IBacklog
{
    /// <summary>The longest delay of a message (SQS quota).</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(15);

    public async Task AddAsync(BacklogEntry entry, TimeSpan delay, CancellationToken cancellationToken)
    {
        var seconds = (int)Math.Ceiling(Math.Min(delay.TotalSeconds, LongestDelay.TotalSeconds));
        await client.SendMessageAsync(
            new()
            {
                QueueUrl = queue.AbsoluteUri,
                MessageBody = JsonSerializer.Serialize(BacklogMessage.Of(entry), MessageJson.Default.BacklogMessage),
                DelaySeconds = seconds,
            },
            cancellationToken);
    }
}
