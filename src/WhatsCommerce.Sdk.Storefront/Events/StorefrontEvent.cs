namespace WhatsCommerce.Storefronts;

/// <summary>The base class of storefront events. An event is stored in the same transaction as the change that it reports.</summary>
/// <remarks>
/// Handlers are added with <c>On&lt;TEvent&gt;("name", ...)</c>. Delivery is at least once, and in order for the events of one customer: a
/// handler runs again if it failed, or if the process ended before its completion was recorded. Use <see cref="Id"/> as an idempotency key.
/// </remarks>
public abstract record StorefrontEvent
{
    private protected StorefrontEvent() { }

    /// <summary>Gets the id of the event, which is the same on every run of a handler.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the key of the customer.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>
    /// Gets the id of the business phone number that the customer writes to and that replies are sent from; absent when it is not known,
    /// such as for a cart that the shop created: replies are then sent from the client's own number.
    /// </summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>Gets when it happened.</summary>
    public required DateTimeOffset At { get; init; }
}
