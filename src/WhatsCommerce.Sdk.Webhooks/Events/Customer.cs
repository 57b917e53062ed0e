namespace WhatsCommerce.Webhooks;

/// <summary>Represents the customer of an event, as far as the webhook identifies them.</summary>
/// <remarks>
/// A customer with a user name may have no phone number: never use <see cref="WaId"/> alone as a key. The members of the message or status
/// take precedence; <c>contacts[]</c> completes them. <see cref="object.ToString"/> hides number and names. Source: Meta,
/// business-messaging/whatsapp/business-scoped-user-ids.
/// </remarks>
[WebhookPart]
public sealed partial record Customer
{
    /// <summary>Gets a customer without any known data.</summary>
    public static Customer Unknown { get; } = new();

    /// <summary><c>wa_id</c>, <c>from</c> or <c>recipient_id</c>: an opaque address, usually a phone number without <c>+</c>.</summary>
    [Wire("wa_id", IsId = true)]
    [Sensitive(Shown = Shown.LastDigits)]
    public string? WaId { get; init; }

    /// <summary>The id of the user at the business portfolio (<c>user_id</c>, <c>from_user_id</c>, <c>recipient_user_id</c>).</summary>
    [Wire("user_id")]
    public BusinessScopedUserId UserId { get; init; }

    /// <summary>The id of the user at the parent portfolio.</summary>
    [Wire("parent_user_id")]
    public BusinessScopedUserId ParentUserId { get; init; }

    /// <summary><c>profile.name</c>: the name that the customer shows.</summary>
    [Wire("profile.name")]
    [Sensitive]
    public string? ProfileName { get; init; }

    /// <summary><c>profile.username</c>, with <c>@</c> if Meta sends it.</summary>
    [Wire("profile.username", IsId = true)]
    [Sensitive]
    public string? Username { get; init; }

    /// <summary>
    /// <c>identity_key_hash</c>, or <c>recipient_identity_key_hash</c> of a status: a different value means another device or a
    /// reinstallation of WhatsApp; only if the identity check is enabled.
    /// </summary>
    [Wire("identity_key_hash", IsId = true)]
    [Sensitive]
    public string? IdentityKeyHash { get; init; }

    /// <summary>
    /// The members of the contact without a property; also an id that differs from that of the message or status, such as the <c>wa_id</c>
    /// of a Mexican number.
    /// </summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }

    /// <summary>Creates a customer of whom at most ids are known.</summary>
    internal static Customer Of(string? waId, string? userId, string? parentUserId) => (waId ?? userId ?? parentUserId) is null
        ? Unknown
        : new Customer { WaId = waId, UserId = userId, ParentUserId = parentUserId };

    /// <summary>
    /// Gets the recipient to write to the customer alone: by <see cref="WaId"/> when there is one, otherwise by <see cref="UserId"/>.
    /// </summary>
    /// <remarks>To reply in the same conversation, which may be a group, use <see cref="MessageEvent.ToRecipient"/>.</remarks>
    /// <returns>The recipient; of kind None when neither is known.</returns>
    public Recipient ToRecipient() => WaId is { Length: > 0 } waId ? Recipient.FromWaId(waId) : Recipient.FromUserId(UserId);

    /// <summary>Gets the recipient to reply to a message in a group, or to the customer alone if there is no group.</summary>
    internal Recipient ToRecipient(GroupId group) => group.HasValue ? Recipient.Group(group) : ToRecipient();
}
