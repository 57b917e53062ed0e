namespace WhatsCommerce.Storefronts;

/// <summary>A quote in the making: what shipping, tax and discounts are computed from.</summary>
public sealed record QuoteDraft
{
    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the customer.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>
    /// Gets what the customer answered to checkout steps; shipping, tax and discounts are asked for only when all of them are answered.
    /// Read it with <see cref="CheckoutAnswersExtensions.GetAddress"/> and <see cref="CheckoutAnswersExtensions.GetDeliveryMethod"/>.
    /// </summary>
    public IReadOnlyList<CheckoutAnswer> Answers { get; init; } = [];

    /// <summary>Gets the currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Gets the priced lines.</summary>
    public required IReadOnlyList<QuoteLine> Lines { get; init; }

    /// <summary>Gets the lines together.</summary>
    public required Money Subtotal { get; init; }

    /// <summary>Gets the discount; zero while discounts are being calculated.</summary>
    public required Money Discount { get; init; }

    /// <summary>Gets the shipping costs; zero while discounts and shipping are being calculated.</summary>
    public required Money Shipping { get; init; }
}
