namespace WhatsCommerce.Webhooks;

/// <summary>Represents a message of the chat history (<c>messages[]</c> of a thread).</summary>
public sealed partial record HistoryMessage
{
    /// <summary>
    /// The message itself: a <see cref="TextEvent"/> and so on, or an <see cref="UnknownEvent"/>, such as <c>media_placeholder</c>, whose
    /// content arrives as a <see cref="HistoryMessageEvent"/>.
    /// </summary>
    [Printed]
    public required WebhookEvent Message { get; init; }

    /// <summary>Whether the customer wrote it; otherwise the business did.</summary>
    public bool IsFromCustomer { get; init; }

    /// <summary><c>from</c>: the number that wrote it.</summary>
    [Sensitive]
    public string? From { get; init; }

    /// <summary><c>to</c>, <c>to_user_id</c>, <c>to_parent_user_id</c>: the recipient; only present in messages of the business.</summary>
    public Customer Recipient { get; init; } = Customer.Unknown;

    /// <summary><c>history_context.status</c>: the last status.</summary>
    public HistoryMessageStatus Status { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
