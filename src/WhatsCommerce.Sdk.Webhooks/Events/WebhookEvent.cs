namespace WhatsCommerce.Webhooks;

/// <summary>Represents one event of a webhook: a message of a customer, a status of a sent message, a change of the account.</summary>
/// <remarks>
/// Switch on the concrete type. A type or field that this version does not know is an <see cref="UnknownEvent"/>; an item whose
/// shape does not fit is a <see cref="MalformedEvent"/>. No part of a delivery is skipped.
/// </remarks>
public abstract record WebhookEvent
{
    private EventHead _head;

    private protected WebhookEvent() { }

    private protected WebhookEvent(in EventHead head) => _head = head;

    /// <summary>The change that the event came in, shared by all events of that change.</summary>
    public WebhookChange Change
    {
        get => _head.Change;
        internal init => _head = _head with { Change = value };
    }

    /// <summary>
    /// The webhook field that the event came in (<c>changes[].field</c>), such as <c>messages</c>; <see langword="null"/> for a bare value.
    /// </summary>
    public string? Field
    {
        get => Change.Field;
        init => Change = Change with { Field = value };
    }

    /// <summary>The WhatsApp Business account that the event is for (<c>entry[].id</c>); absent for a bare value.</summary>
    public BusinessAccountId BusinessAccountId
    {
        get => Change.Entry.Id;
        init => Change = Change with { Entry = Change.Entry with { Id = value } };
    }

    /// <summary>The business phone number that the event is for (<c>metadata.phone_number_id</c>).</summary>
    public PhoneNumberId PhoneNumberId
    {
        get => Change.PhoneNumberId;
        init => Change = Change with { PhoneNumberId = value };
    }

    /// <summary>The same number in display format; in fields about a phone number, it may be the only identification.</summary>
    public string? DisplayPhoneNumber
    {
        get => Change.DisplayPhoneNumber;
        init => Change = Change with { DisplayPhoneNumber = value };
    }

    /// <summary>The time of the event; <see langword="null"/> if the webhook has none.</summary>
    public DateTimeOffset? Timestamp
    {
        get => _head.Timestamp;
        init => _head = _head with { Timestamp = value };
    }

    /// <summary>The customer: phone number, user ids and names, as far as known; <see cref="Customer.Unknown"/> if there is none.</summary>
    public Customer Customer
    {
        get => _head.Customer;
        init => _head = _head with { Customer = value };
    }

    /// <summary>The unchanged JSON of the item: one message, one status, one call ..., or one whole value.</summary>
    /// <remarks>
    /// For an unknown event, it is the whole change. A slice of the body that was parsed, which it keeps alive: copy it to store
    /// it.
    /// </remarks>
    public ReadOnlyMemory<byte> RawJson
    {
        get => _head.RawJson;
        init => _head = _head with { RawJson = value };
    }

    /// <summary>The place of the raw bytes in the delivery.</summary>
    internal RawPlace RawPlace
    {
        get => _head.RawPlace;
        init => _head = _head with { RawPlace = value };
    }

    /// <summary>The members of the item without a property, and those whose value did not fit their property.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get => _head.AdditionalProperties;
        internal init => _head = _head with { AdditionalProperties = value };
    }

    /// <summary>
    /// The part of the key that identifies the event within its field and endpoint, to detect redeliveries; <see langword="null"/> if Meta
    /// provides no ids, so that only the item's bytes identify it.
    /// </summary>
    internal virtual string? Identity => null;

    /// <summary>Completes an event of the parser with the customer, who is known only from the object around it.</summary>
    internal virtual void Complete(Customer customer) => _head = _head with { Customer = customer };

    /// <summary>Completes a message that the parser created when it read the payload.</summary>
    private protected void Complete(in EventHead head) => _head = head;

    /// <summary>Completes an event that is created from another.</summary>
    private protected void CompleteLike(WebhookEvent other) => _head = other._head;

    /// <summary>Writes what a log may contain: ids and times, never a complete phone number or a customer's text.</summary>
    /// <param name="builder">Receives the text.</param>
    /// <returns><see langword="true"/>.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Member("Field", Field)
            .Member("BusinessAccountId", BusinessAccountId.Value)
            .Member("PhoneNumberId", PhoneNumberId.Value)
            .Member("Timestamp", Timestamp);
        if (Customer != Customer.Unknown)
        {
            builder.Member("Customer", Customer.ToString());
        }

        return true;
    }
}
