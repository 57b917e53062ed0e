namespace WhatsCommerce.Storefronts;

/// <summary>The products of one order.</summary>
public sealed record StockRequest
{
    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the order: the key of the hold.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets the lines.</summary>
    public required IReadOnlyList<QuoteLine> Lines { get; init; }

    /// <summary>Gets until when they are kept for it.</summary>
    public required DateTimeOffset Until { get; init; }

    internal static StockRequest Of(string shopId, OrderId orderId, Quote quote) =>
        new() { ShopId = shopId, OrderId = orderId, Lines = quote.Lines, Until = quote.ValidUntil };
}
