namespace WhatsCommerce.Storefronts;

/// <summary>
/// The rules that prevent double payments and lost data. Tests disable one at a time and must then fail.
/// </summary>
internal enum Guard
{
    /// <summary>The customer is charged what the shop asks, whatever the device claims.</summary>
    PricesComeFromTheShop,

    /// <summary>A difference from what the device showed is confirmed before anybody pays.</summary>
    ChangedPriceIsConfirmed,

    /// <summary>A row changes only from the version that was read.</summary>
    RowsChangeFromTheirVersion,

    /// <summary>While an attempt may still be paid, there is no second one.</summary>
    OneLiveAttempt,

    /// <summary>While a payment is pending, there is no second attempt.</summary>
    PendingBlocksAttempts,

    /// <summary>The attempt is stored before the provider is called.</summary>
    AttemptIsStoredFirst,

    /// <summary>Every call that creates an attempt carries the attempt's id as its key.</summary>
    SameKeyOnEveryCall,

    /// <summary>A call without an answer is read back before it counts as failed.</summary>
    UnknownIsReadBack,

    /// <summary>A changed cart takes the old offer back before it makes another.</summary>
    OldOfferIsTakenBack,

    /// <summary>An offer that could not be taken back because it was paid is paid as frozen.</summary>
    LostCancelIsPaid,

    /// <summary>A failed attempt does not move an order that another one paid.</summary>
    FailureMovesItsOwnOrderOnly,

    /// <summary>The amount equals the quote's.</summary>
    AmountIsTheQuotes,

    /// <summary>The currency equals the quote's.</summary>
    CurrencyIsTheQuotes,

    /// <summary>The reference at the provider is the attempt's id.</summary>
    ReferenceIsTheAttempts,

    /// <summary>Test-mode payments do not count unless they are allowed.</summary>
    TestMoneyIsRefused,

    /// <summary>A second charge of an order is held for a person.</summary>
    SecondChargeIsHeld,

    /// <summary>The money of an attempt that the customer agreed to is taken only after the attempt was stored as pending.</summary>
    MoneyIsTakenAfterPending,

    /// <summary>A webhook of a provider takes effect once: its id is stored in the transaction of the effect.</summary>
    ProviderEventIsAppliedOnce,

    /// <summary>Keys of a provider's test mode are refused in production.</summary>
    TestKeysAreRefused,

    /// <summary>A payment after the expiry is held for review.</summary>
    LatePaymentIsHeld,

    /// <summary>A payment after the stock was sold out is held for review.</summary>
    StockIsConfirmed,

    /// <summary>Refunds never exceed the payments.</summary>
    RefundsStayWithinPayments,

    /// <summary>A refund is stored, with its amount reserved, before the provider is called.</summary>
    RefundIsReservedFirst,

    /// <summary>A refund whose outcome is unknown is read back before it is requested again, however old it is.</summary>
    RefundIsReadBackFirst,

    /// <summary>If several instances find that the provider does not have a refund, only one requests it again.</summary>
    RefundIsAskedForByOne,

    /// <summary>A refund that was made in the provider's dashboard counts once.</summary>
    ForeignRefundCountsOnce,

    /// <summary>An order is marked as paid only when no offer of it can still be paid.</summary>
    MarkTakesTheOfferBack,

    /// <summary>A message creates one cart, however often it is delivered.</summary>
    MessageMakesOneCart,

    /// <summary>Only the run that holds the lease can complete an event for a handler.</summary>
    HandlerHoldsItsClaim,

    /// <summary>A handler gets the events of a customer in their order.</summary>
    EventsKeepTheirOrder,

    /// <summary>Customers can change only their own carts and orders.</summary>
    CustomersMoveTheirOwn,
}
