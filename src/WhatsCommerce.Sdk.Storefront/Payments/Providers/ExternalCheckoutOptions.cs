namespace WhatsCommerce.Storefronts;

/// <summary>The options of the shop's own checkout page.</summary>
public sealed class ExternalCheckoutOptions
{
    /// <summary>Gets or sets the address of the page; the attempt and its signature are added to its query.</summary>
    public string? Url { get; set; }

    /// <summary>
    /// Gets or sets the secret that signs links and reports: at least 32 characters, shared only with the page. Keep it out of
    /// source control.
    /// </summary>
    public string? Secret { get; set; }

    /// <summary>Gets or sets the label of the button, at most 20 characters.</summary>
    public string Title { get; set; } = "Checkout";

    /// <summary>
    /// Gets or sets the delegate that refunds a payment in the shop's own system; the id of the refund is its idempotency key. It returns
    /// whether the money was refunded; an exception means that the outcome is unknown. Without it, such payments cannot be refunded.
    /// </summary>
    public Func<Refund, CancellationToken, Task<bool>>? Refund { get; set; }
}
