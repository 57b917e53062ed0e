namespace WhatsCommerce.Storefronts;

/// <summary>Represents a cart that a customer sent, or that the shop created for a customer.</summary>
public sealed partial record Cart
{
    /// <summary>Gets the id of the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>
    /// Gets the id of the cart. The same message always has the same cart id, so a redelivered webhook creates no second cart.
    /// </summary>
    public required CartId Id { get; init; }

    /// <summary>Gets the key of the customer, which is the same whichever phone number or user id they write with.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the recipient of replies.</summary>
    [Sensitive]
    public Recipient To { get; init; }

    /// <summary>
    /// Gets the id of the business phone number that the cart was sent to and that replies are sent from; absent for the client's own
    /// number.
    /// </summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>Gets the id of the message that contained the cart; absent when the shop created it.</summary>
    [Sensitive]
    public MessageId MessageId { get; init; }

    /// <summary>Gets the id of the catalog of its products.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>Gets the state of the cart.</summary>
    public CartState State { get; init; }

    /// <summary>Gets the lines, one per product.</summary>
    public required IReadOnlyList<CartLine> Lines { get; init; }

    /// <summary>Gets the customer's note.</summary>
    [Sensitive]
    public string? Note { get; init; }

    /// <summary>Gets the language of the customer, such as <c>en</c>; <see langword="null"/> for the shop's language.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the customer's answers to checkout steps, one per step.</summary>
    public IReadOnlyList<CheckoutAnswer> Answers { get; init; } = [];

    /// <summary>Gets the checkout step that waits for the customer's answer; <see langword="null"/> if none does.</summary>
    public string? AskedStep { get; init; }

    /// <summary>Gets the fingerprint of the quote that the customer confirmed after a price difference.</summary>
    public string? ConfirmedQuote { get; init; }

    /// <summary>Gets the id of the order that was created when the cart was locked; absent while the cart is open.</summary>
    public OrderId OrderId { get; init; }

    /// <summary>Gets the id of the cart that replaced this one; absent if none did.</summary>
    public CartId ReplacedBy { get; init; }

    /// <summary>Gets when the cart was received or created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// Gets when the customer sent the cart, by Meta's clock, or confirmed a proposed cart; <see langword="null"/> when the app created it.
    /// </summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Gets when the cart expires unless it is ordered by then.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }

    /// <summary>Gets a value indicating whether the cart can still be ordered.</summary>
    public bool IsLive => State is CartState.Open or CartState.Locked;

    internal Cart In(CartState next) => this with { State = StorefrontStateMachines.Cart.Go(State, next) };
}
