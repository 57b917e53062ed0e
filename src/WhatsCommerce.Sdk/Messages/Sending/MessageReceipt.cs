namespace WhatsCommerce.Messages;

/// <summary>Represents Meta's response to a send: the message was accepted. Status webhooks report whether it is delivered.</summary>
public sealed record MessageReceipt
{
    /// <summary>The id of the message, which its statuses and the customer's replies contain.</summary>
    public required MessageId Id { get; init; }

    /// <summary>
    /// <c>message_status</c>, if Meta returns it: <c>accepted</c>, or <c>held_for_quality_assessment</c> and <c>paused</c> for templates.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>The recipient as passed to Meta (<c>contacts[0].input</c>).</summary>
    public string? Input { get; init; }

    /// <summary>
    /// The recipient's WhatsApp id; absent for a group, and for a customer who was addressed by user id and has no visible number.
    /// </summary>
    public string? WaId { get; init; }

    /// <summary>The recipient's business-scoped user id, if Meta returns it.</summary>
    public BusinessScopedUserId UserId { get; init; }

    /// <summary>The group that the message was sent to; absent for a message to one customer.</summary>
    /// <remarks>
    /// In Meta's response, the id of the group is in the place of a customer's WhatsApp id. Source: Meta, groups/groups-messaging.
    /// </remarks>
    public GroupId GroupId { get; init; }

    /// <summary>
    /// The products of the message that cannot be shown, according to the check of <see cref="PreflightOptions.BeforeSending"/>; the
    /// message was sent with the others. Empty without that check.
    /// </summary>
    public IReadOnlyList<UnsendableProduct> UnsendableProducts { get; init; } = [];

    /// <summary>
    /// The texts of the message that its builder changed because the app asked for it: <see cref="OutboundMessage.Adjustments"/>.
    /// </summary>
    public IReadOnlyList<TextAdjustment> Adjustments { get; init; } = [];

    /// <summary>Creates the receipt for a recipient: Meta's response alone does not distinguish a group from a customer.</summary>
    internal MessageReceipt Of(Recipient to) =>
        to.Kind == RecipientKind.Group ? this with { GroupId = to.Value, WaId = null } : this;

    // Receipts are often logged: this one contains the message, and hides the recipient.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id.Masked)
            .Append(", Status = ").Append(Status)
            .Append(", To = ").Append(GroupId.Value ?? UserId.Value ?? PhoneNumber.Mask(WaId ?? Input));
        if (UnsendableProducts.Count > 0)
        {
            builder.Append(", UnsendableProducts = ").AppendJoin("; ", UnsendableProducts);
        }

        if (Adjustments.Count > 0)
        {
            builder.Append(", Adjustments = ").AppendJoin("; ", Adjustments.Select(one => $"{one.Kind} {one.Path}"));
        }

        return true;
    }
}
