using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>A message of the past (<c>messages[]</c> of a thread).</summary>
public sealed record HistoryMessage
{
    /// <summary>
    /// The message itself: a <see cref="TextEvent"/> and so on, or an <see cref="UnknownEvent"/>, as for <c>media_placeholder</c>,
    /// whose content comes as a <see cref="HistoryMessageEvent"/>.
    /// </summary>
    public required WebhookEvent Message { get; init; }

    /// <summary>Whether the customer wrote it; else the business did.</summary>
    public bool IsFromCustomer { get; init; }

    /// <summary><c>from</c>: the number that wrote it.</summary>
    public string? From { get; init; }

    /// <summary><c>history_context.status</c>: what last became of it.</summary>
    public HistoryMessageStatus Status { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Member("Message", Message.ToString()).Member("Status", Status.Value);
        return true;
    }
}
