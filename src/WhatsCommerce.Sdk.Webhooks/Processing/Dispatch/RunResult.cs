namespace WhatsCommerce.Webhooks;

/// <summary>Specifies what a run of a handler means for the answer to its delivery. The greatest value of several counts.</summary>
internal enum RunResult
{
    /// <summary>Settled: completed now or before, or kept as a dead letter.</summary>
    Done = 0,

    /// <summary>Another run holds the claim, and its outcome is open.</summary>
    InProgress,

    /// <summary>The handler failed, or the event was held back by a failure, and Meta must deliver it again.</summary>
    Failed,

    /// <summary>A store failed, so the outcome is unknown.</summary>
    StoreFailed,
}
