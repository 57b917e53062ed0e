namespace WhatsCommerce.Webhooks;

/// <summary>What a run of a handler means for the answer to its delivery. Of several the greatest counts.</summary>
internal enum RunResult
{
    /// <summary>Settled: completed now or before, or dead and kept.</summary>
    Done = 0,

    /// <summary>Somebody else runs it, and its outcome is open.</summary>
    InProgress,

    /// <summary>It failed, or was held back by a failure, and has to come again.</summary>
    Failed,

    /// <summary>A store failed, so that nothing is known.</summary>
    StoreFailed,
}
