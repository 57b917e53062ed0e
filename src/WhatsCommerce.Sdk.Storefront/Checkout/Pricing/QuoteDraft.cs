namespace WhatsCommerce.Storefronts;

/// <summary>Represents an unfinished quote, from which discounts, shipping and tax are calculated.</summary>
public sealed record QuoteDraft
{
    /// <summary>Gets the id of the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the key of the customer.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>
    /// Gets the customer's answers to checkout steps; discounts, shipping and tax are calculated only when all steps are answered.
    /// Read it with <see cref="CheckoutAnswersExtensions.GetAddress"/> and <see cref="CheckoutAnswersExtensions.GetDeliveryMethod"/>.
    /// </summary>
    public IReadOnlyList<CheckoutAnswer> Answers { get; init; } = [];

    /// <summary>Gets the currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Gets the priced lines.</summary>
    public required IReadOnlyList<QuoteLine> Lines { get; init; }

    /// <summary>Gets the sum of the lines.</summary>
    public required Money Subtotal { get; init; }

    /// <summary>Gets the discount; zero while discounts are being calculated.</summary>
    public required Money Discount { get; init; }

    /// <summary>Gets the shipping costs; zero while discounts and shipping are being calculated.</summary>
    public required Money Shipping { get; init; }
}
