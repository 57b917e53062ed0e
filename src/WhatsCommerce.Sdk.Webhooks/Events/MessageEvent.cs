using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>A message of a customer (<c>messages[]</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages.</remarks>
public abstract record MessageEvent : WebhookEvent
{
    private protected MessageEvent()
    {
    }

    /// <summary><c>id</c>: what to reply to, and what tells a redelivery from a new message.</summary>
    public MessageId Id { get; init; }

    /// <summary>Who wrote it: phone, user ids and names, whichever are there.</summary>
    public Customer Customer { get; init; } = Customer.Unknown;

    /// <summary><c>type</c> as it stands on the wire, such as <c>order</c>. The event's own type follows the payload, not this.</summary>
    public string? Type { get; init; }

    /// <summary>What the message refers to: the message it answers, the product it is about, that it was forwarded.</summary>
    public MessageContext? Context { get; init; }

    /// <summary>The group that it was written in; absent in a conversation of two.</summary>
    public GroupId GroupId { get; init; }

    /// <summary>The id of the message that it answers (<c>context.id</c>), for instance the one that showed the products.</summary>
    public MessageId RepliesTo => Context?.MessageId ?? default;

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("Id", Id.Value)
            .Member("Type", Type)
            .Member("Customer", Customer.ToString())
            .Member("RepliesTo", RepliesTo.Value)
            .Member("GroupId", GroupId.Value);
        return true;
    }
}
