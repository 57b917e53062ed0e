namespace WhatsCommerce.Storefronts;

/// <summary>Represents the result of offering a cart.</summary>
public sealed record OfferResult
{
    /// <summary>Gets the outcome.</summary>
    public required OfferOutcome Outcome { get; init; }

    /// <summary>Gets the cart; it may be a new one that replaced the requested cart.</summary>
    public Cart? Cart { get; init; }

    /// <summary>Gets the order, once the cart is locked.</summary>
    public Order? Order { get; init; }

    /// <summary>Gets the attempt that can be paid.</summary>
    public PaymentAttempt? Attempt { get; init; }

    /// <summary>
    /// Gets the message with which the customer pays within WhatsApp; <see langword="null"/> when the attempt is paid on a web page.
    /// </summary>
    public OutboundMessage? Message { get; init; }

    /// <summary>Gets the prices for the customer.</summary>
    public Quote? Quote { get; init; }

    /// <summary>Gets the lines that cannot be sold as they are.</summary>
    public IReadOnlyList<LineProblem> Problems { get; init; } = [];

    /// <summary>Gets the prices that differ from what was shown.</summary>
    public IReadOnlyList<PriceChange> Changes { get; init; } = [];

    /// <summary>Gets the ways to pay to choose from.</summary>
    public IReadOnlyList<ICheckoutProvider> Providers { get; init; } = [];

    /// <summary>Gets the sentence for the customer that says why a checkout rule rejects the cart.</summary>
    public string? Objection { get; init; }

    /// <summary>
    /// Gets the name of the checkout step whose answer the customer can change to meet the rule; <see langword="null"/> for none.
    /// </summary>
    public string? ObjectionStep { get; init; }

    /// <summary>Gets the question of the checkout step that waits for an answer.</summary>
    public OutboundMessage? Question { get; init; }
}
