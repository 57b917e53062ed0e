namespace WhatsCommerce.Storefronts;

/// <summary>Something that happened in the shop; stored in the same transaction as what it reports.</summary>
/// <remarks>
/// Handlers are added with <c>On&lt;TEvent&gt;("name", ...)</c>. Each gets the events of a customer in their order and at least once: it
/// runs again when it failed, or when the process ended before it was recorded as done. Use <see cref="Id"/> as an idempotency key.
/// </remarks>
public abstract record StorefrontEvent
{
    private protected StorefrontEvent() { }

    /// <summary>Gets the id of the event, which does not change between runs of a handler.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the customer.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>
    /// Gets the business phone number that the customer writes to, and from which answers leave; absent when it is not known, such as for
    /// a cart that the shop made: then it is the client's own.
    /// </summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>Gets when it happened.</summary>
    public required DateTimeOffset At { get; init; }
}
