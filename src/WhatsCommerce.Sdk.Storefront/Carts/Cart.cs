namespace WhatsCommerce.Storefronts;

/// <summary>A cart that a customer sent, or that the shop made for them.</summary>
public sealed partial record Cart
{
    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the id: of a cart that was sent, always the same for the same message.</summary>
    public required CartId Id { get; init; }

    /// <summary>Gets the customer, whichever number or user id they write with.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the address to answer to.</summary>
    [Sensitive]
    public Recipient To { get; init; }

    /// <summary>
    /// Gets the business phone number that it was sent to, and from which answers leave; absent for the client's own number.
    /// </summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>Gets the message that it came in; absent when the shop made it.</summary>
    [Sensitive]
    public MessageId MessageId { get; init; }

    /// <summary>Gets the catalog that its products are from.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>Gets its state.</summary>
    public CartState State { get; init; }

    /// <summary>Gets the products, each once.</summary>
    public required IReadOnlyList<CartLine> Lines { get; init; }

    /// <summary>Gets the customer's note.</summary>
    [Sensitive]
    public string? Note { get; init; }

    /// <summary>Gets the language of the customer, such as <c>en</c>; <see langword="null"/> for the shop's.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the customer's answers to checkout steps, one per step.</summary>
    public IReadOnlyList<CheckoutAnswer> Answers { get; init; } = [];

    /// <summary>Gets the checkout step that waits for the customer's answer; <see langword="null"/> if none does.</summary>
    public string? AskedStep { get; init; }

    /// <summary>Gets the fingerprint of the quote that the customer confirmed after a price difference.</summary>
    public string? ConfirmedQuote { get; init; }

    /// <summary>Gets the order that it was priced into; absent while it is open.</summary>
    public OrderId OrderId { get; init; }

    /// <summary>Gets the cart that took its place.</summary>
    public CartId ReplacedBy { get; init; }

    /// <summary>Gets when it was received or made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// Gets when the customer sent it, by Meta's clock, or confirmed it as proposed; <see langword="null"/> when the app made it.
    /// </summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Gets when it expires unless it was ordered by then.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }

    /// <summary>Gets a value indicating whether it can still be ordered.</summary>
    public bool IsLive => State is CartState.Open or CartState.Locked;

    internal Cart In(CartState next) => this with { State = StorefrontStateMachines.Cart.Go(State, next) };
}
