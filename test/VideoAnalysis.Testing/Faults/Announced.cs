using VideoAnalysis.Announcing;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Testing.Faults;

/// <summary>Watches what a run announces.</summary>
public sealed class Announced
{
    private readonly List<string> _early = [];
    private readonly FakeAnnouncements _announcements;

    /// <param name="announcements">Where everything is sent.</param>
    /// <param name="reader">Reads past every fault.</param>
    public Announced(FakeAnnouncements announcements, IResultStore reader)
    {
        _announcements = announcements;
        announcements.BeforeSend = async announcement =>
        {
            var job = announcement.Job;
            var stored = await reader.FindJobAsync(job.Upload.Video.Key, job.Analysis, CancellationToken.None);
            if (stored?.Token != job.Token || stored.Status != job.Status)
            {
                _early.Add(Tell(announcement));
            }
        };
    }

    /// <summary>
    /// What is wrong with the announcements; nothing, if each end was announced, and none before it could be read.
    /// </summary>
    /// <param name="ended">The ends that were stored.</param>
    public IEnumerable<string> Problems(IEnumerable<Announcement> ended)
    {
        var sent = _announcements.Sent;
        var ids = sent.Select(announcement => announcement.Id).ToHashSet();
        return
        [
            .. _early.Select(announcement => $"announced before it could be read: {announcement}"),
            .. ended.Where(end => !ids.Contains(end.Id)).Select(end => $"never announced: {Tell(end)}").Distinct(),
            .. sent.GroupBy(announcement => announcement.Id)
                .Where(group => group.Select(Tell).Distinct().Count() > 1)
                .Select(group => $"one id for several ends: {string.Join(", ", group.Select(Tell))}"),
        ];
    }

    private static string Tell(Announcement announcement) =>
        $"{announcement.Job.Tag} {announcement.Job.Status} {announcement.Job.CompletedAt:O} " +
        $"{announcement.Job.Reason} {announcement.Job.Summary?.Detections}";
}
