namespace WhatsCommerce.Webhooks;

/// <summary>A chunk of the chat history (<c>history[]</c>), with up to thousands of messages.</summary>
/// <remarks>
/// For phone numbers that were used in the WhatsApp Business app. Do not reply to these messages. A message whose shape does not fit is a
/// separate <see cref="MalformedEvent"/>. Source: Meta, webhooks/reference/history.
/// </remarks>
public sealed partial record HistoryEvent : WebhookEvent
{
    /// <summary>Initializes an instance, for your own tests.</summary>
    public HistoryEvent() { }

    internal HistoryEvent(in EventHead head)
        : base(head) { }

    /// <summary><c>phase</c>: 0 is the last day, 1 goes back to 90 days, 2 to 180.</summary>
    public int? Phase { get; init; }

    /// <summary><c>chunk_order</c>: its position within the phase; chunks may arrive in any order.</summary>
    public int? ChunkOrder { get; init; }

    /// <summary><c>progress</c>: the percentage of the whole history; 100 is the end.</summary>
    public int? Progress { get; init; }

    /// <summary><c>threads</c>: the conversations.</summary>
    public IReadOnlyList<HistoryThread> Threads { get; init; } = [];

    /// <summary><c>errors</c>: why there is no history, usually because the business does not share it (2593109).</summary>
    public IReadOnlyList<GraphError> Errors { get; init; } = [];
}
