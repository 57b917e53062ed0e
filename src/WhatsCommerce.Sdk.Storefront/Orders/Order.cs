namespace WhatsCommerce.Storefronts;

/// <summary>Represents an order: a frozen quote and its state.</summary>
/// <remarks>
/// It is created when a cart is locked, so that it can be paid; it counts as ordered from <see cref="OrderState.Placed"/> on.
/// </remarks>
public sealed partial record Order
{
    /// <summary>Gets the id of the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the id of the order.</summary>
    public required OrderId Id { get; init; }

    /// <summary>Gets the order number for people, such as <c>K7M2P9Q</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Gets the id of the cart.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets the key of the customer.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the recipient of messages about the order.</summary>
    [Sensitive]
    public Recipient To { get; init; }

    /// <summary>
    /// Gets the id of the business phone number that the customer ordered from and that messages are sent from; absent for the client's own
    /// number.
    /// </summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>Gets the customer's note to the cart.</summary>
    [Sensitive]
    public string? Note { get; init; }

    /// <summary>Gets the customer's answers to checkout steps, such as the delivery method and the address.</summary>
    public IReadOnlyList<CheckoutAnswer> Answers { get; init; } = [];

    /// <summary>Gets the language of the customer; <see langword="null"/> for the shop's language.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the state of the order.</summary>
    public OrderState State { get; init; }

    /// <summary>Gets the payment state.</summary>
    public OrderPaymentState Payment { get; init; }

    /// <summary>Gets the prices, frozen when the cart was locked.</summary>
    public required Quote Quote { get; init; }

    /// <summary>Gets the id of the current payment attempt, or of the one that paid; absent if there is none.</summary>
    public AttemptId AttemptId { get; init; }

    /// <summary>Gets the total that was paid by all attempts and by marking as paid, in the currency of the quote.</summary>
    public required Money Paid { get; init; }

    /// <summary>Gets the refunded amount.</summary>
    public required Money Refunded { get; init; }

    /// <summary>Gets the amount that was refunded or is being refunded; at most <see cref="Paid"/>.</summary>
    public required Money RefundsReserved { get; init; }

    /// <summary>Gets why the order needs review; <see langword="null"/> if it does not.</summary>
    public ReviewReason? ReviewReason { get; init; }

    /// <summary>Gets who last marked it as paid or resolved its review; <see langword="null"/> if nobody did.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Gets the reason for that decision.</summary>
    public string? DecisionReason { get; init; }

    /// <summary>Gets when the cart was locked.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it was placed; <see langword="null"/> before that.</summary>
    public DateTimeOffset? PlacedAt { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }

    internal Order In(OrderState next) => this with { State = StorefrontStateMachines.Order.Go(State, next) };

    internal Order PaymentIn(OrderPaymentState next) => this with { Payment = StorefrontStateMachines.Payment.Go(Payment, next) };
}
