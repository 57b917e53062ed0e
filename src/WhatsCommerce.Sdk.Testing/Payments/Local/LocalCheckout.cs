namespace WhatsCommerce.Testing;

/// <summary>
/// A page on which a customer pays: a Checkout Session of Stripe, an order of PayPal, a payment link of Razorpay. Its methods are the
/// actions of the customer; the page itself (<see cref="Page"/>) offers the same actions in a browser. Thread-safe.
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

    /// <summary>The provider's id of the checkout.</summary>
    public string Id { get; }

    /// <summary>
    /// The shop's own reference: <c>client_reference_id</c> (Stripe), <c>custom_id</c> (PayPal), <c>reference_id</c> (Razorpay);
    /// <see langword="null"/> when the shop specified none.
    /// </summary>
    public string? Reference { get; internal init; }

    /// <summary>The amount to pay; once it is paid, the amount that was collected.</summary>
    public Money Amount { get; internal set; }

    /// <summary>The mistake that the provider makes when it collects the payment; none unless set before that.</summary>
    public LocalPaymentMistake Mistake { get; set; }

    /// <summary>The state of the checkout.</summary>
    public LocalCheckoutState State { get; internal set; }

    /// <summary>When the checkout was created.</summary>
    public DateTimeOffset CreatedAt { get; internal init; }

    /// <summary>When the checkout expires.</summary>
    public DateTimeOffset ExpiresAt { get; internal init; }

    /// <summary>The page on which the customer pays. Anybody with the URL can pay, as at the real provider.</summary>
    public Uri Page => new(_provider.BaseAddress, $"pay/{Secret}");

    /// <summary>The URL to which the customer is redirected after paying; <see langword="null"/> when the shop specified none.</summary>
    public Uri? ReturnAddress => _provider.Under(() => _provider.ReturnAddressOf(this));

    /// <summary>The URL to which a customer is redirected who cancels; <see langword="null"/> when there is none.</summary>
    public Uri? CancelAddress => _provider.Under(() => _provider.CancelAddressOf(this));

    /// <summary>The charge; <see langword="null"/> until there is one.</summary>
    public LocalCharge? Charge { get; internal set; }

    /// <summary>The reference that the API returns.</summary>
    internal string? ToldReference => Charge is not null && Mistake is LocalPaymentMistake.Reference ? "somebody-else" : Reference;

    internal string Secret { get; init; } = LocalIds.Random(32);

    /// <summary>The shop's request as JSON.</summary>
    internal JsonObject Request { get; }

    /// <summary>Whether the next capture is declined (PayPal decides when the shop takes the money).</summary>
    internal bool DeclinesCapture { get; set; }

    /// <summary>Whether the customer chose a method that takes time to complete.</summary>
    internal bool IsDelayed { get; set; }

    /// <summary>The provider's id of the payment, from the moment on at which there is one.</summary>
    internal string? PaymentId { get; set; }

    /// <summary>
    /// Pays with a method that completes immediately. At PayPal this is the approval: the money moves when the shop captures it. Does
    /// nothing unless <see cref="State"/> is <see cref="LocalCheckoutState.Open"/>.
    /// </summary>
    /// <returns>Whether the state changed.</returns>
    public bool Pay() => _provider.Act(this, CustomerAction.Pay);

    /// <summary>
    /// Pays with a method that takes time to complete (a bank transfer, a voucher): the checkout stays
    /// <see cref="LocalCheckoutState.Pending"/> until <see cref="Confirm"/> or <see cref="Fail"/>. At PayPal this is the approval, and the
    /// shop's capture is pending.
    /// </summary>
    /// <returns>Whether the state changed, because the checkout was open.</returns>
    public bool PayDelayed() => _provider.Act(this, CustomerAction.PayDelayed);

    /// <summary>Completes a pending payment.</summary>
    /// <returns>Whether the state changed, because the payment was pending.</returns>
    public bool Confirm() => _provider.Act(this, CustomerAction.Confirm);

    /// <summary>Fails a pending payment.</summary>
    /// <returns>Whether the state changed, because the payment was pending.</returns>
    public bool Fail() => _provider.Act(this, CustomerAction.Fail);

    /// <summary>
    /// Declines the customer's card. The page stays open for another attempt; at PayPal the customer has approved, and the shop's capture
    /// is declined.
    /// </summary>
    /// <returns>Whether the state changed, because the checkout was open.</returns>
    public bool Decline() => _provider.Act(this, CustomerAction.Decline);

    /// <summary>Returns the id and the state, without the secret URL of the page.</summary>
    public override string ToString() => $"{Id} ({State})";
}
