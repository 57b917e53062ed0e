using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>An event of a field, message type or value that this version does not know.</summary>
/// <remarks>
/// Nothing is lost: <see cref="WebhookEvent.RawJson"/> has the whole item, <see cref="WebhookEvent.AdditionalProperties"/> its members
/// (of a change: those of its value).
/// </remarks>
public sealed record UnknownEvent : WebhookEvent
{
    /// <summary>The <c>type</c> of the message, <c>errors</c> for errors of the value itself, or the name of the field when it is no message.</summary>
    public string? Type { get; init; }

    /// <summary>The id of the message; absent when it is no message.</summary>
    public MessageId MessageId { get; init; }

    /// <summary>Whose message it is; <see cref="Customer.Unknown"/> when it is no message.</summary>
    public Customer Customer { get; init; } = Customer.Unknown;

    /// <summary>What the message refers to.</summary>
    public MessageContext? Context { get; init; }

    /// <summary>The group that the message was written in.</summary>
    public GroupId GroupId { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("Type", Type).Member("MessageId", MessageId.Value);
        if (Customer != Customer.Unknown)
        {
            builder.Member("Customer", Customer.ToString());
        }

        return true;
    }
}
