namespace WhatsCommerce.Webhooks;

/// <summary>The person on the other side, as far as the webhook tells.</summary>
/// <remarks>
/// A customer with a user name may have no phone number: never use <see cref="WaId"/> alone as a key. What the message or
/// status itself says comes first; <c>contacts[]</c> fills in the rest. <see cref="object.ToString"/> hides number and names.
/// Source: Meta, business-messaging/whatsapp/business-scoped-user-ids.
/// </remarks>
[WebhookPart]
public sealed partial record Customer
{
    /// <summary>A customer of whom nothing is known.</summary>
    public static Customer Unknown { get; } = new();

    /// <summary><c>wa_id</c>, <c>from</c> or <c>recipient_id</c>: an opaque address, usually a phone number without <c>+</c>.</summary>
    [Wire("wa_id", IsId = true)]
    [Sensitive(Shown = Shown.LastDigits)]
    public string? WaId { get; init; }

    /// <summary>
    /// The id under which the business portfolio knows the user (<c>user_id</c>, <c>from_user_id</c>, <c>recipient_user_id</c>).
    /// </summary>
    [Wire("user_id")]
    public BusinessScopedUserId UserId { get; init; }

    /// <summary>The id under which the parent portfolio knows the user.</summary>
    [Wire("parent_user_id")]
    public BusinessScopedUserId ParentUserId { get; init; }

    /// <summary><c>profile.name</c>: the name that the customer shows.</summary>
    [Wire("profile.name")]
    [Sensitive]
    public string? ProfileName { get; init; }

    /// <summary><c>profile.username</c>, with <c>@</c> where Meta sends it so.</summary>
    [Wire("profile.username", IsId = true)]
    [Sensitive]
    public string? Username { get; init; }

    /// <summary>
    /// <c>identity_key_hash</c>, or <c>recipient_identity_key_hash</c> of a status: another one means another device or a new set-up of
    /// WhatsApp; only where the check of identities is switched on.
    /// </summary>
    [Wire("identity_key_hash", IsId = true)]
    [Sensitive]
    public string? IdentityKeyHash { get; init; }

    /// <summary>
    /// The members of the contact that no property holds; also an id that it writes otherwise than the message or status does, such as the
    /// <c>wa_id</c> of a Mexican number.
    /// </summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }

    /// <summary>A customer of whom no more than ids are known, if any.</summary>
    internal static Customer Of(string? waId, string? userId, string? parentUserId) => (waId ?? userId ?? parentUserId) is null
        ? Unknown
        : new Customer { WaId = waId, UserId = userId, ParentUserId = parentUserId };

    /// <summary>How to write to the customer alone: by <see cref="WaId"/> when there is one, else by <see cref="UserId"/>.</summary>
    /// <remarks>To answer a message where it was written, which may be a group, use <see cref="MessageEvent.ToRecipient"/>.</remarks>
    /// <returns>The recipient; of kind None when neither is known.</returns>
    public Recipient ToRecipient() => WaId is { Length: > 0 } waId ? Recipient.FromWaId(waId) : Recipient.FromUserId(UserId);

    /// <summary>How to answer what the customer wrote in a group, or to the business alone if there is no group.</summary>
    internal Recipient ToRecipient(GroupId group) => group.HasValue ? Recipient.Group(group) : ToRecipient();
}
