namespace WhatsCommerce.Testing;

/// <summary>
/// A page on which a customer pays: a Checkout Session of Stripe, an order of PayPal, a payment link of Razorpay. Its methods are what the
/// customer does there; the page itself (<see cref="Page"/>) offers the same to a browser. Safe for use from several threads.
/// </summary>
public sealed class LocalCheckout
{
    private readonly LocalProvider _provider;

    internal LocalCheckout(LocalProvider provider, string id, JsonObject request)
    {
        _provider = provider;
        Id = id;
        Request = request;
    }

    /// <summary>The provider's id of it.</summary>
    public string Id { get; }

    /// <summary>
    /// The shop's own reference: <c>client_reference_id</c> (Stripe), <c>custom_id</c> (PayPal), <c>reference_id</c> (Razorpay);
    /// <see langword="null"/> when the shop gave none.
    /// </summary>
    public string? Reference { get; internal init; }

    /// <summary>What is to be paid; once it is paid, what was taken.</summary>
    public Money Amount { get; internal set; }

    /// <summary>What the provider gets wrong when it takes the money; nothing unless set before that.</summary>
    public LocalPaymentMistake Mistake { get; set; }

    /// <summary>Where it stands.</summary>
    public LocalCheckoutState State { get; internal set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; internal init; }

    /// <summary>Until when the customer can pay.</summary>
    public DateTimeOffset ExpiresAt { get; internal init; }

    /// <summary>The page on which the customer pays. Whoever has the address can pay, as with the provider.</summary>
    public Uri Page => new(_provider.BaseAddress, $"pay/{Secret}");

    /// <summary>Where the customer is led after paying, as it is now; <see langword="null"/> when the shop gave no address.</summary>
    public Uri? ReturnAddress => _provider.Under(() => _provider.ReturnAddressOf(this));

    /// <summary>Where the customer is led who goes back without paying; <see langword="null"/> when there is no such address.</summary>
    public Uri? CancelAddress => _provider.Under(() => _provider.CancelAddressOf(this));

    /// <summary>The charge, once there is one.</summary>
    public LocalCharge? Charge { get; internal set; }

    /// <summary>The reference that the API tells.</summary>
    internal string? ToldReference => Charge is not null && Mistake is LocalPaymentMistake.Reference ? "somebody-else" : Reference;

    internal string Secret { get; init; } = LocalIds.Random(32);

    /// <summary>What the shop has sent, as JSON.</summary>
    internal JsonObject Request { get; }

    /// <summary>Whether the next capture is declined (PayPal decides when the shop takes the money).</summary>
    internal bool DeclinesCapture { get; set; }

    /// <summary>Whether the customer chose a method that takes its time.</summary>
    internal bool IsDelayed { get; set; }

    /// <summary>The provider's id of the payment, from the moment on at which there is one.</summary>
    internal string? PaymentId { get; set; }

    /// <summary>
    /// The customer pays by a method that brings the money at once. At PayPal this is the approval: the money moves when the shop captures
    /// it. Does nothing unless <see cref="State"/> is <see cref="LocalCheckoutState.Open"/>.
    /// </summary>
    /// <returns><see langword="true"/> when it did something.</returns>
    public bool Pay() => _provider.Act(this, CustomerAction.Pay);

    /// <summary>
    /// The customer pays by a method that takes its time (a bank transfer, a voucher): it stays <see cref="LocalCheckoutState.Pending"/>
    /// until <see cref="Confirm"/> or <see cref="Fail"/>. At PayPal this is the approval, and the shop's capture is pending.
    /// </summary>
    /// <returns><see langword="true"/> when it did something: it was open.</returns>
    public bool PayDelayed() => _provider.Act(this, CustomerAction.PayDelayed);

    /// <summary>The bank brings the money of a payment that was pending.</summary>
    /// <returns><see langword="true"/> when it did something: it was pending.</returns>
    public bool Confirm() => _provider.Act(this, CustomerAction.Confirm);

    /// <summary>The payment that was pending fails.</summary>
    /// <returns><see langword="true"/> when it did something: it was pending.</returns>
    public bool Fail() => _provider.Act(this, CustomerAction.Fail);

    /// <summary>
    /// The customer's card is declined. The page stays open for another try; at PayPal the customer has approved, and the shop's capture
    /// is declined.
    /// </summary>
    /// <returns><see langword="true"/> when it did something: it was open.</returns>
    public bool Decline() => _provider.Act(this, CustomerAction.Decline);

    /// <summary>Id and state; nothing that opens the page.</summary>
    public override string ToString() => $"{Id} ({State})";
}
