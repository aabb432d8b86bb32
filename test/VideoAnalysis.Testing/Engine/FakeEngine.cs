using VideoAnalysis.Analyses;
using VideoAnalysis.Engine;
using VideoAnalysis.Jobs;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Testing.Engine;

/// <summary>
/// Rekognition as the tests need it: remembers tokens, refuses what is over its limit, and pages through the faces
/// that a test gives it.
/// </summary>
public sealed class FakeEngine : IVideoAnalyzer, IAnalysisSource
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Job> _jobs = [];
    private readonly Dictionary<string, string> _jobIdByToken = [];
    private readonly List<StartRequest> _started = [];

    /// <summary>How many jobs run at once; Rekognition's default quota.</summary>
    public int JobLimit { get; set; } = 20;

    /// <summary>How many detections a page holds.</summary>
    public int PageSize { get; set; } = 1_000;

    /// <summary>Runs before a call does anything, with the method's name. What it throws, the call throws.</summary>
    public Action<string>? BeforeCall { get; set; }

    /// <summary>
    /// Runs when a Start call is done. What it throws, the call throws: started, but the caller does not know.
    /// </summary>
    public Action<string>? AfterStart { get; set; }

    /// <summary>Why the next Start calls are refused for good; null to accept them.</summary>
    public string? RefuseBecause { get; set; }

    /// <summary>The one analysis that <see cref="RefuseBecause"/> is about; null for all.</summary>
    public string? RefuseOnly { get; set; }

    /// <summary>Jobs that were started, that is, that cost money.</summary>
    public int JobsStarted { get; private set; }

    /// <summary>Start calls, refused ones included.</summary>
    public int StartCalls { get; private set; }

    /// <summary>Start calls that found no room.</summary>
    public int Refusals { get; private set; }

    /// <summary>Page reads.</summary>
    public int PageReads { get; private set; }

    /// <summary>After so many page reads the engine knows no job any more; null to remember them.</summary>
    public int? ForgetAfterReads { get; set; }

    /// <summary>Page tokens from now on are rejected, as after 24 hours, until a first page is read.</summary>
    public bool TokensExpired { get; set; }

    public Task<string> StartAsync(StartRequest request, CancellationToken cancellationToken)
    {
        BeforeCall?.Invoke(nameof(StartAsync));
        string jobId;
        lock (_gate)
        {
            StartCalls++;
            if (RefuseBecause is { } reason && (RefuseOnly is null || RefuseOnly == request.Analysis.Name))
            {
                throw new AnalysisRefusedException(reason);
            }

            if (!_jobIdByToken.TryGetValue(request.Token.Value, out jobId!))
            {
                if (_jobs.Values.Count(job => job.Status == JobStatus.InProgress) >= JobLimit)
                {
                    Refusals++;
                    throw new AnalyzerBusyException("LimitExceededException: too many jobs");
                }

                jobId = $"job-{++JobsStarted}";
                _jobs[jobId] = new(request);
                _started.Add(request);
                _jobIdByToken[request.Token.Value] = jobId;
            }
        }

        AfterStart?.Invoke(nameof(StartAsync));
        return Task.FromResult(jobId);
    }

    public Task<AnalysisPage> GetPageAsync(
        Analysis analysis, string jobId, string? nextToken, CancellationToken cancellationToken)
    {
        BeforeCall?.Invoke(nameof(GetPageAsync));
        lock (_gate)
        {
            if (PageReads++ >= ForgetAfterReads || !_jobs.TryGetValue(jobId, out var job))
            {
                throw new JobNotFoundException($"There is no job {jobId}.");
            }

            TokensExpired &= nextToken is not null;
            if (TokensExpired)
            {
                throw new PageTokenExpiredException("The token has expired.");
            }

            return Task.FromResult(job.Page(nextToken, PageSize));
        }
    }

    /// <summary>The jobs that run, in the order of their start.</summary>
    public IReadOnlyList<string> Running
    {
        get
        {
            lock (_gate)
            {
                return [.. _jobs.Where(pair => pair.Value.Status == JobStatus.InProgress).Select(pair => pair.Key)];
            }
        }
    }

    /// <summary>What was started, that is, what cost money, forgotten jobs included.</summary>
    public IReadOnlyList<StartRequest> Started
    {
        get
        {
            lock (_gate)
            {
                return [.. _started];
            }
        }
    }

    /// <summary>The job that was started with a token; null when there is none.</summary>
    public string? JobIdOf(ClientRequestToken token)
    {
        lock (_gate)
        {
            return _jobIdByToken.GetValueOrDefault(token.Value);
        }
    }

    /// <summary>What a job was started with.</summary>
    public StartRequest RequestOf(string jobId) => _jobs[jobId].Request;

    /// <summary>Ends a job with these detections.</summary>
    public void Succeed(string jobId, params IReadOnlyList<Detection> detections) =>
        Succeed(jobId, null, detections);

    /// <summary>Ends a job with these detections, and with something to say of it.</summary>
    public void Succeed(string jobId, string? statusMessage, IReadOnlyList<Detection> detections)
    {
        lock (_gate)
        {
            _jobs[jobId].Finish(JobStatus.Succeeded, statusMessage, detections);
        }
    }

    /// <summary>Ends a job without a result.</summary>
    public void Fail(string jobId, string? statusMessage)
    {
        lock (_gate)
        {
            _jobs[jobId].Finish(JobStatus.Failed, statusMessage, []);
        }
    }

    /// <summary>Forgets a job, as Rekognition does after seven days.</summary>
    public void Forget(string jobId)
    {
        lock (_gate)
        {
            _jobs.Remove(jobId);
        }
    }

    private sealed class Job(StartRequest request)
    {
        private IReadOnlyList<Detection> _detections = [];
        private string? _statusMessage;

        public StartRequest Request => request;

        public JobStatus Status { get; private set; } = JobStatus.InProgress;

        public void Finish(JobStatus status, string? statusMessage, IReadOnlyList<Detection> detections) =>
            (Status, _statusMessage, _detections) = (status, statusMessage, detections);

        public AnalysisPage Page(string? nextToken, int pageSize)
        {
            var start = nextToken is null ? 0 : int.Parse(nextToken, System.Globalization.CultureInfo.InvariantCulture);
            var end = Math.Min(start + pageSize, _detections.Count);
            return new(
                Status,
                _statusMessage,
                Status == JobStatus.Succeeded ? Metadata : null,
                [.. _detections.Skip(start).Take(end - start)],
                end < _detections.Count ? end.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
        }

        private static VideoMetadata Metadata { get; } =
            new() { Codec = "h264", DurationMillis = 5_000, FrameRate = 25 };
    }
}
