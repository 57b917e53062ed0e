namespace WhatsCommerce.Storefronts;

/// <summary>Represents the stock that one order needs.</summary>
public sealed record StockRequest
{
    /// <summary>Gets the id of the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the id of the order, which is the key of the hold.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets the lines.</summary>
    public required IReadOnlyList<QuoteLine> Lines { get; init; }

    /// <summary>Gets when the hold expires.</summary>
    public required DateTimeOffset Until { get; init; }

    internal static StockRequest Of(string shopId, OrderId orderId, Quote quote) =>
        new() { ShopId = shopId, OrderId = orderId, Lines = quote.Lines, Until = quote.ValidUntil };
}
