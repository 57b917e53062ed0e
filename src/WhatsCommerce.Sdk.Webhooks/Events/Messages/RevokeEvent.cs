using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>A customer deleted a message for everyone (<c>messages[].revoke</c>).</summary>
/// <remarks>
/// Source: Meta, business-scoped-user-ids and onboarding-business-app-users.
/// </remarks>
public sealed record RevokeEvent : MessageEvent
{
    /// <summary><c>original_message_id</c>: the message that was deleted.</summary>
    public required MessageId OriginalMessageId { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("OriginalMessageId", OriginalMessageId.Masked);
        return true;
    }
}
