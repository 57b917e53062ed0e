namespace WhatsCommerce.Webhooks;

/// <summary>One thing that a webhook told: a message of a customer, a status of a message sent, a change of the account.</summary>
/// <remarks>
/// Match on the concrete type. A type or field that this version does not know is an <see cref="UnknownEvent"/>; an item whose
/// shape does not fit is a <see cref="MalformedEvent"/>. Nothing of a delivery is left out.
/// </remarks>
public abstract record WebhookEvent
{
    private protected WebhookEvent()
    {
    }

    /// <summary>The webhook field that the event came in (<c>changes[].field</c>), such as <c>messages</c>; <see langword="null"/> for a bare value.</summary>
    public string? Field { get; init; }

    /// <summary>The WhatsApp Business account that the event is for (<c>entry[].id</c>); absent for a bare value.</summary>
    public BusinessAccountId BusinessAccountId { get; init; }

    /// <summary>The business phone number that the event is for (<c>metadata.phone_number_id</c>).</summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>When it happened; <see langword="null"/> when the webhook does not say.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The JSON of the item itself as it came: one message, one status, or one whole change.</summary>
    /// <remarks>A slice of the body that was parsed, which it keeps alive: copy it to store it.</remarks>
    public ReadOnlyMemory<byte> RawJson { get; init; }
}
