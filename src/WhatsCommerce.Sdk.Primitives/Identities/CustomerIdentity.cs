namespace WhatsCommerce;

/// <summary>What one webhook tells about who a customer is. <see cref="object.ToString"/> hides the number.</summary>
/// <remarks>
/// All ids of one identity are the same person's at <see cref="Time"/>. Blank ids are absent. Source: Meta,
/// business-messaging/whatsapp/business-scoped-user-ids.
/// </remarks>
public sealed partial record CustomerIdentity
{
    /// <summary>Within what the ids are good. Customers of different scopes are different customers, whatever their ids.</summary>
    /// <remarks>
    /// Meta gives user ids by business portfolio. Webhooks name the account and not the portfolio, so the processing takes the endpoint and
    /// the account unless the endpoint's <c>CustomerScope</c> says otherwise.
    /// </remarks>
    public string Scope { get; init; } = "";

    /// <summary>The phone number or <c>wa_id</c>, with or without <c>+</c>.</summary>
    [Sensitive(Shown = Shown.LastDigits)]
    public string? WaId
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>The id under which the business portfolio knows the user.</summary>
    public BusinessScopedUserId UserId { get; init; }

    /// <summary>The id under which the parent portfolio knows the user.</summary>
    public BusinessScopedUserId ParentUserId { get; init; }

    /// <summary>
    /// The ids until now, when the webhook tells that the customer changed them (a <c>system</c> message); else <see langword="null"/>. Its
    /// own <see cref="Scope"/>, <see cref="Time"/> and <see cref="Previous"/> count for nothing.
    /// </summary>
    [Printed]
    public CustomerIdentity? Previous { get; init; }

    /// <summary>When that was so: the time of the message or status. <see langword="null"/>: now.</summary>
    /// <remarks>Deliveries come late and again: an old one must not take a number back that has another owner since.</remarks>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Whether there is no id at all.</summary>
    public bool IsEmpty => WaId is null && !UserId.HasValue && !ParentUserId.HasValue && Previous is null or { IsEmpty: true };
}
