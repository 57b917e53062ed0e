namespace WhatsCommerce.Storefronts;

/// <summary>Represents one write of a shop, the new rows and their events, which a store applies atomically.</summary>
/// <remarks>
/// The <c>Version</c> of a row is the one that was read: 0 inserts the row, any other value updates it only if the store still has that
/// version. The store increments the version.
/// </remarks>
public sealed record StorefrontStep
{
    /// <summary>Gets the id of the shop to which all rows belong.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the carts.</summary>
    public IReadOnlyList<Cart> Carts { get; init; } = [];

    /// <summary>Gets the orders. Order numbers are unique within the shop.</summary>
    public IReadOnlyList<Order> Orders { get; init; } = [];

    /// <summary>Gets the payment attempts.</summary>
    public IReadOnlyList<PaymentAttempt> Attempts { get; init; } = [];

    /// <summary>Gets the refunds.</summary>
    public IReadOnlyList<Refund> Refunds { get; init; } = [];

    /// <summary>Gets the events with their handlers, in the order in which they run.</summary>
    public IReadOnlyList<OutboxRow> Outbox { get; init; } = [];

    /// <summary>
    /// Gets the provider webhooks that the step applies. Each is stored once; a step with one that is already stored is not written.
    /// </summary>
    public IReadOnlyList<ProviderEvent> ProviderEvents { get; init; } = [];

    /// <summary>
    /// Gets the context of the webhook handler that the step completes; <see langword="null"/> outside webhooks. A store with the webhook
    /// claims in the same database completes the claim in the same transaction and calls <see cref="WebhookContext.MarkCompleted"/>; with
    /// any other store the step is idempotent, and the webhook is completed afterwards.
    /// </summary>
    public WebhookContext? Webhook { get; init; }
}
