namespace WhatsCommerce.Webhooks;

/// <summary>The members that all events have.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EventHead(
    WebhookChange Change,
    DateTimeOffset? Timestamp,
    Customer Customer,
    ReadOnlyMemory<byte> RawJson,
    RawPlace RawPlace,
    AdditionalProperties AdditionalProperties = default)
{
    private readonly WebhookChange? _change = Stored(Change);
    private readonly Customer? _customer = Stored(Customer);

    public WebhookChange Change
    {
        get => _change ?? WebhookChange.None;
        init => _change = Stored(value);
    }

    public Customer Customer
    {
        get => _customer ?? Customer.Unknown;
        init => _customer = Stored(value);
    }

    private static WebhookChange? Stored(WebhookChange change) => ReferenceEquals(change, WebhookChange.None) ? null : change;

    private static Customer? Stored(Customer customer) => ReferenceEquals(customer, Customer.Unknown) ? null : customer;
}
