namespace WhatsCommerce.Catalogs;

/// <summary>Represents the state of a batch of items at Meta.</summary>
/// <remarks>An extensible enumeration: unlisted values are kept. Source: Meta, <c>check_batch_request_status</c>, <c>status</c>.</remarks>
[OpenWord(Case = WordCase.Lower, HasValue = true, FromString = true)]
public readonly partial record struct BatchState
{
    /// <summary>The batch waits for processing.</summary>
    [Word("scheduled")]
    public static partial BatchState Scheduled { get; }

    /// <summary>The batch was dispatched.</summary>
    [Word("dispatched")]
    public static partial BatchState Dispatched { get; }

    /// <summary>The batch is being processed.</summary>
    [Word("started")]
    public static partial BatchState Started { get; }

    /// <summary>The batch is finished; some items may have failed nevertheless.</summary>
    [Word("finished")]
    public static partial BatchState Finished { get; }

    /// <summary>Meta canceled the batch.</summary>
    [Word("canceled")]
    public static partial BatchState Canceled { get; }

    /// <summary>The batch failed as a whole.</summary>
    [Word("error")]
    public static partial BatchState Error { get; }

    /// <summary>Gets whether the state is final.</summary>
    public bool IsFinal => this == Finished || this == Canceled || this == Error;
}
