namespace WhatsCommerce.Webhooks;

/// <summary>
/// Represents the last status of a message of the chat history (<c>history_context.status</c>); unlisted values are kept.
/// </summary>
/// <remarks>Source: Meta, webhooks/reference/history.</remarks>
[OpenWord]
public readonly partial record struct HistoryMessageStatus
{
    /// <summary>It was delivered.</summary>
    [Word("DELIVERED")]
    public static partial HistoryMessageStatus Delivered { get; }

    /// <summary>It failed.</summary>
    [Word("ERROR")]
    public static partial HistoryMessageStatus Error { get; }

    /// <summary>It was not sent yet.</summary>
    [Word("PENDING")]
    public static partial HistoryMessageStatus Pending { get; }

    /// <summary>It was played.</summary>
    [Word("PLAYED")]
    public static partial HistoryMessageStatus Played { get; }

    /// <summary>It was read.</summary>
    [Word("READ")]
    public static partial HistoryMessageStatus Read { get; }

    /// <summary>It was sent.</summary>
    [Word("SENT")]
    public static partial HistoryMessageStatus Sent { get; }
}
