namespace WhatsCommerce.Storefronts;

/// <summary>An order: a frozen quote, and what became of it.</summary>
/// <remarks>
/// It is made when a cart is locked, so that there is something to pay; it counts as ordered from <see cref="OrderState.Placed"/> on.
/// </remarks>
public sealed partial record Order
{
    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the id.</summary>
    public required OrderId Id { get; init; }

    /// <summary>Gets the number that people say, such as <c>K7M2P9Q</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Gets the cart.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets the customer.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the address to write to.</summary>
    [Sensitive]
    public Recipient To { get; init; }

    /// <summary>
    /// Gets the business phone number that the customer ordered from, and from which answers leave; absent for the client's own number.
    /// </summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>Gets what the customer wrote beside the cart.</summary>
    [Sensitive]
    public string? Note { get; init; }

    /// <summary>Gets what the customer answered to checkout steps: how and where the goods are handed over, and the shop's own.</summary>
    public IReadOnlyList<CheckoutAnswer> Answers { get; init; } = [];

    /// <summary>Gets the language of the customer; <see langword="null"/> for the shop's.</summary>
    public string? Language { get; init; }

    /// <summary>Gets how far it has come.</summary>
    public OrderState State { get; init; }

    /// <summary>Gets how it stands with its money.</summary>
    public OrderPaymentState Payment { get; init; }

    /// <summary>Gets the prices as frozen at the lock.</summary>
    public required Quote Quote { get; init; }

    /// <summary>Gets the attempt that is under way or that paid; absent when there is none.</summary>
    public AttemptId AttemptId { get; init; }

    /// <summary>Gets all that was paid, by whichever attempt or by hand, in the currency of the quote.</summary>
    public required Money Paid { get; init; }

    /// <summary>Gets what was given back.</summary>
    public required Money Refunded { get; init; }

    /// <summary>Gets what was given back or is about to be: never more than <see cref="Paid"/>.</summary>
    public required Money RefundsReserved { get; init; }

    /// <summary>Gets why a person has to look at it; <see langword="null"/> when nobody has to.</summary>
    public ReviewReason? ReviewReason { get; init; }

    /// <summary>Gets who marked it as paid or decided about it last, and why; <see langword="null"/> when nobody did.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Gets why the person decided so.</summary>
    public string? DecisionReason { get; init; }

    /// <summary>Gets when the cart was locked.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it was placed; <see langword="null"/> before that.</summary>
    public DateTimeOffset? PlacedAt { get; init; }

    /// <summary>Gets the version of the row, which each change raises by one; 0 before it is stored.</summary>
    public long Version { get; init; }

    internal Order In(OrderState next) => this with { State = StorefrontMachines.Order.Go(State, next) };

    internal Order PaymentIn(OrderPaymentState next) => this with { Payment = StorefrontMachines.Payment.Go(Payment, next) };
}
