namespace VideoAnalysis.Tests.Properties;

/// <summary>What can happen to a key.</summary>
internal enum StepKind
{
    /// <summary>The key is written again, with one of a few contents; its event is under way.</summary>
    Upload,

    /// <summary>The event of an upload is delivered: late, again, out of order.</summary>
    DeliverEvent,

    /// <summary>A job ends at the engine.</summary>
    FinishJob,

    /// <summary>
    /// The completion message of any ended job is delivered: late, again, of a job that was replaced.
    /// </summary>
    DeliverCompletion,

    /// <summary>A continuation is delivered.</summary>
    Continue,

    /// <summary>An entry of the backlog comes up; now and then it stays in the queue as well.</summary>
    Drain,

    /// <summary>An hour passes, and the scheduled run comes.</summary>
    Reconcile,

    /// <summary>Somebody removes the results.</summary>
    Remove,

    /// <summary>Somebody asks for the video to be analysed again, or for what is new or failed.</summary>
    Backfill,

    /// <summary>The engine has room for so many jobs from now on.</summary>
    ChangeRoom,

    /// <summary>Collections have to hand over after every step from now on, or not.</summary>
    ChangeHurry,

    /// <summary>Page tokens that are under way are not accepted any more.</summary>
    ExpireTokens,
}
