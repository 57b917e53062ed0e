namespace WhatsCommerce.Catalogs;

/// <summary>How far Meta is with a batch of items.</summary>
/// <remarks>An open value: a word that is not listed is kept. Source: Meta, <c>check_batch_request_status</c>, <c>status</c>.</remarks>
[OpenWord(Case = WordCase.Lower, HasValue = true, FromString = true)]
public readonly partial record struct BatchState
{
    /// <summary>It waits.</summary>
    [Word("scheduled")]
    public static partial BatchState Scheduled { get; }

    /// <summary>It was dispatched.</summary>
    [Word("dispatched")]
    public static partial BatchState Dispatched { get; }

    /// <summary>It is being worked on.</summary>
    [Word("started")]
    public static partial BatchState Started { get; }

    /// <summary>Done; single items may have failed all the same.</summary>
    [Word("finished")]
    public static partial BatchState Finished { get; }

    /// <summary>Given up by Meta.</summary>
    [Word("canceled")]
    public static partial BatchState Canceled { get; }

    /// <summary>Failed as a whole.</summary>
    [Word("error")]
    public static partial BatchState Error { get; }

    /// <summary>Whether nothing more will come.</summary>
    public bool IsFinal => this == Finished || this == Canceled || this == Error;
}
