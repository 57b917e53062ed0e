namespace WhatsCommerce;

/// <summary>Represents the ids of a customer in one webhook. <see cref="object.ToString"/> masks the phone number.</summary>
/// <remarks>
/// All ids of one identity belong to the same person at <see cref="Time"/>. Blank ids are absent. Source: Meta,
/// business-messaging/whatsapp/business-scoped-user-ids.
/// </remarks>
public sealed partial record CustomerIdentity
{
    /// <summary>
    /// Gets the scope within which the ids are unique. Customers of different scopes are different customers, whatever their ids.
    /// </summary>
    /// <remarks>
    /// Meta assigns user ids by business portfolio. Webhooks contain the account and not the portfolio, so the scope is the endpoint and
    /// the account unless the endpoint sets <c>CustomerScope</c>.
    /// </remarks>
    public string Scope { get; init; } = "";

    /// <summary>Gets the phone number or <c>wa_id</c>, with or without <c>+</c>.</summary>
    [Sensitive(Shown = Shown.LastDigits)]
    public string? WaId
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>Gets the id by which the business portfolio knows the user.</summary>
    public BusinessScopedUserId UserId { get; init; }

    /// <summary>Gets the id by which the parent portfolio knows the user.</summary>
    public BusinessScopedUserId ParentUserId { get; init; }

    /// <summary>
    /// Gets the previous ids when the webhook reports that the customer's ids changed (a <c>system</c> message); otherwise,
    /// <see langword="null"/>. Their own <see cref="Scope"/>, <see cref="Time"/> and <see cref="Previous"/> are ignored.
    /// </summary>
    [Printed]
    public CustomerIdentity? Previous { get; init; }

    /// <summary>Gets the time for which the identity holds: the time of the message or status. <see langword="null"/> means now.</summary>
    /// <remarks>Webhooks are delivered late and repeatedly: an old one must not take a phone number from its later owner.</remarks>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Gets a value indicating whether there is no id at all.</summary>
    public bool IsEmpty => WaId is null && !UserId.HasValue && !ParentUserId.HasValue && Previous is null or { IsEmpty: true };
}
