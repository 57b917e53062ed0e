namespace WhatsCommerce.Storefronts;

/// <summary>Specifies why an order needs review by a person.</summary>
public enum ReviewReason
{
    /// <summary>The provider reports an amount that differs from the quote.</summary>
    AmountDiffers,

    /// <summary>The provider reports a currency that differs from the quote.</summary>
    CurrencyDiffers,

    /// <summary>The provider reports the payment under a reference that is not the attempt's id.</summary>
    ReferenceDiffers,

    /// <summary>The order was paid in the provider's test mode: see <see cref="StorefrontOptions.AllowTestPayments"/>.</summary>
    TestPayment,

    /// <summary>The order was paid more than once.</summary>
    PaidTwice,

    /// <summary>The payment arrived after the order was canceled or the offer had expired.</summary>
    PaidLate,

    /// <summary>The order is paid, but a product is out of stock.</summary>
    StockGone,

    /// <summary>The customer disputes the payment at the provider, which sets a deadline for a response.</summary>
    Disputed,
}
