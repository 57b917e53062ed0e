namespace WhatsCommerce.Storefronts;

/// <summary>One step of the shop: rows as they shall be, and the events that they cause. A store writes all of it or nothing.</summary>
/// <remarks>
/// The <c>Version</c> of a row is the one that was read: 0 inserts the row, any other changes it only if the store still has that version.
/// The store writes the next version.
/// </remarks>
public sealed record StorefrontStep
{
    /// <summary>Gets the shop; all rows are of it.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the carts.</summary>
    public IReadOnlyList<Cart> Carts { get; init; } = [];

    /// <summary>Gets the orders. The number of an order is unique in its shop.</summary>
    public IReadOnlyList<Order> Orders { get; init; } = [];

    /// <summary>Gets the attempts to pay.</summary>
    public IReadOnlyList<PaymentAttempt> Attempts { get; init; } = [];

    /// <summary>Gets the refunds.</summary>
    public IReadOnlyList<Refund> Refunds { get; init; } = [];

    /// <summary>Gets the events with their handlers, in the order in which they run.</summary>
    public IReadOnlyList<OutboxRow> Outbox { get; init; } = [];

    /// <summary>
    /// Gets the webhooks of providers that the step applies; each is stored once, and one that is stored already stops the step.
    /// </summary>
    public IReadOnlyList<ProviderEvent> ProviderEvents { get; init; } = [];

    /// <summary>
    /// Gets the run of the webhook that the step carries out; <see langword="null"/> outside webhooks. A store that keeps the claims of
    /// webhooks in the same database completes the claim in the same transaction, and says so with
    /// <see cref="WebhookContext.MarkCompleted"/>; for any other the step is repeatable, and the webhook completes afterwards.
    /// </summary>
    public WebhookContext? Webhook { get; init; }
}
