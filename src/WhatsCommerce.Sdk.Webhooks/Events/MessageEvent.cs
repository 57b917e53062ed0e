using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>A message of a customer (<c>messages[]</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages.</remarks>
public abstract record MessageEvent : WebhookEvent
{
    private protected MessageEvent()
    {
    }

    private protected MessageEvent(in MessageHead head)
        : base(head.Event)
    {
        Id = head.Id;
        Type = head.Type;
        Context = head.Context;
        GroupId = head.GroupId;
    }

    /// <summary><c>id</c>: what to reply to, and what tells a redelivery from a new message.</summary>
    public MessageId Id { get; init; }

    /// <summary><c>type</c> as it stands on the wire, such as <c>order</c>. The event's own type follows the payload, not this.</summary>
    public string? Type { get; init; }

    /// <summary>What the message refers to: the message it answers, the product it is about, that it was forwarded.</summary>
    public MessageContext? Context { get; init; }

    /// <summary>The group that it was written in; absent in a conversation of two.</summary>
    public GroupId GroupId { get; init; }

    /// <summary>The id of the message that it answers (<c>context.id</c>), for instance the one that showed the products.</summary>
    public MessageId RepliesTo => Context?.MessageId ?? default;

    internal override string? Identity => MessageIdentity(PhoneNumberId, Id);

    internal static string? MessageIdentity(PhoneNumberId number, MessageId id) => id.HasValue ? $"message/{number}/{id}" : null;

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("Id", Id.Value)
            .Member("Type", Type)
            .Member("RepliesTo", RepliesTo.Value)
            .Member("GroupId", GroupId.Value);
        return true;
    }
}
