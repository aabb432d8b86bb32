using System.Text;
using Amazon.SQS;
using VideoAnalysis.Announcing;
using VideoAnalysis.Functions.Announcing;

namespace VideoAnalysis.Functions.Sqs;

/// <summary>Announcements in SQS, from where a pipe moves them to the event bus.</summary>
internal sealed class SqsAnnouncements(IAmazonSQS client, Uri queue, AnnouncementJson json) : IAnnouncements
{
    public async Task SendAsync(Announcement announcement, CancellationToken cancellationToken) =>
        await client.SendMessageAsync(
            new()
            {
                QueueUrl = queue.AbsoluteUri,
                MessageBody = Encoding.UTF8.GetString(json.Write(announcement).Span),
            },
            cancellationToken);
}
