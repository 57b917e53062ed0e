namespace WhatsCommerce.Storefronts;

/// <summary>The options of the shop's own checkout page.</summary>
public sealed class ExternalCheckoutOptions
{
    /// <summary>Gets or sets the address of the page; the attempt and its signature are added to its query.</summary>
    public string? Url { get; set; }

    /// <summary>
    /// Gets or sets the secret that signs links and reports: at least 32 characters, shared with the page and nobody else. Keep it out of
    /// source control.
    /// </summary>
    public string? Secret { get; set; }

    /// <summary>Gets or sets what customers read on the button, at most 20 characters.</summary>
    public string Title { get; set; } = "Checkout";

    /// <summary>
    /// Gets or sets what gives money back in the shop's own system; the id of the refund is its idempotency key. It returns whether the
    /// money
    /// is given back; an exception means that nobody knows. Without it, refunds of such payments are refused.
    /// </summary>
    public Func<Refund, CancellationToken, Task<bool>>? Refund { get; set; }
}
