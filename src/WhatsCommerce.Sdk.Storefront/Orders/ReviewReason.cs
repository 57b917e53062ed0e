namespace WhatsCommerce.Storefronts;

/// <summary>Why a person has to look at an order.</summary>
public enum ReviewReason
{
    /// <summary>The provider reports another amount than the quote.</summary>
    AmountDiffers,

    /// <summary>The provider reports another currency than the quote.</summary>
    CurrencyDiffers,

    /// <summary>The provider reports the payment under another reference than the attempt's id.</summary>
    ReferenceDiffers,

    /// <summary>A test payment for an order that wants real money.</summary>
    TestPayment,

    /// <summary>The order was paid more than once.</summary>
    PaidTwice,

    /// <summary>The money came after the order was called off or the offer had ended.</summary>
    PaidLate,

    /// <summary>It is paid, and the stock is gone.</summary>
    StockGone,

    /// <summary>The customer disputes the payment at the provider, who wants an answer in time.</summary>
    Disputed,
}
