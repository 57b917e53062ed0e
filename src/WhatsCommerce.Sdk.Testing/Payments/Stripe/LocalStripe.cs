namespace WhatsCommerce.Testing;

/// <summary>
/// A local Stripe Checkout: sessions, payment intents, charges, refunds, disputes and events, for Stripe.net and other Stripe clients.
/// Configure them with <see cref="LocalProvider.BaseAddress"/> instead of <c>https://api.stripe.com</c>, and <see cref="ApiKey"/>.
/// </summary>
/// <remarks>
/// Sources: docs.stripe.com/api/checkout/sessions, /api/refunds, /api/idempotent_requests, /webhooks, /currencies. Customers pay on
/// <see cref="LocalCheckout.Page"/>. The first shipping option is used; coupons and automatic taxes are rejected.
/// </remarks>
public sealed class LocalStripe : LocalProvider
{
    private static readonly TimeSpan KeysAreKept = TimeSpan.FromHours(24);

    private readonly StripeApi _api;
    private readonly StripeEvents _events;

    private LocalStripe(LocalProviderOptions? options)
        : base("stripe", options)
    {
        _events = new(Time, Options.HistoryLimit);
        _api = new(this, _events);
    }

    /// <summary>The secret key that requests must contain: <c>sk_test_...</c>, valid only for this process.</summary>
    public string ApiKey { get; } = "sk_test_" + LocalIds.Random(24);

    /// <summary>The signing secret of the webhooks: <c>whsec_...</c>, valid only for this process.</summary>
    public string WebhookSecret { get; } = "whsec_" + LocalIds.Random(32);

    /// <summary>
    /// The API version of webhooks; <see langword="null"/>, the default, for the version of the shop's requests, as for an endpoint that
    /// was created by them.
    /// </summary>
    public string? ApiVersion { get; set; }

    /// <summary>Starts the provider, by default on a free port of the loopback address.</summary>
    /// <param name="options">The options; the defaults suit tests. Later changes have no effect.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<LocalStripe> StartAsync(LocalProviderOptions? options = null, CancellationToken cancellationToken = default)
    {
        LocalStripe stripe = new(options);
        await stripe.StartServerAsync(cancellationToken).ConfigureAwait(false);
        return stripe;
    }

    /// <summary>Returns the header <c>Stripe-Signature</c> for a body.</summary>
    /// <param name="body">The raw body.</param>
    /// <param name="secret">The complete signing secret.</param>
    /// <param name="at">When it is signed.</param>
    public static string Signature(ReadOnlySpan<byte> body, string secret, DateTimeOffset at)
    {
        string time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(time + "."), .. body];
        string signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
        return $"t={time},v1={signature}";
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, string?>> Configuration(string section) =>
    [
        new($"{section}:SecretKey", ApiKey),
        new($"{section}:AllowTestKeys", "true"),
        new($"{section}:WebhookSecrets:0", WebhookSecret),
        new($"{section}:BaseAddress", BaseAddress.AbsoluteUri),
    ];

    internal override Uri? ReturnAddressOf(LocalCheckout checkout) => AddressIn(
        checkout.Request.Text("success_url")?.Replace("{CHECKOUT_SESSION_ID}", checkout.Id, StringComparison.Ordinal));

    internal override Uri? CancelAddressOf(LocalCheckout checkout) => AddressIn(checkout.Request.Text("cancel_url"));

    internal LocalCheckout? Session(string id) => FindById(id);

    internal IEnumerable<LocalCheckout> Sessions() => All.Reverse();

    internal LocalRefund? Refund(string id) => FindRefund(id);

    internal IEnumerable<LocalDispute> AllDisputes() => Disputes.Reverse();

    internal new void Add(LocalCheckout checkout) => base.Add(checkout);

    internal LocalRefund Refund(LocalCharge charge, long amount, JsonObject form) =>
        GiveBack(charge, amount / StripeMoney.Scale(charge.Amount.Currency.Code!), form);

    internal void Cancel(LocalCheckout checkout)
    {
        checkout.State = LocalCheckoutState.Expired;
        OnExpired(checkout);
    }

    private protected override string? KeyOf(LocalRequest request) =>
        request.Method == "POST" ? request.Header("Idempotency-Key") : null;

    private protected override TimeSpan KeyLifetime(LocalRequest request) => KeysAreKept;

    private protected override bool KeepsFailures => true;

    private protected override LocalResponse? Unauthorized(LocalRequest request) =>
        LocalIds.IsSame(request.Bearer() ?? request.Basic()?.User, ApiKey) ? null
        : new StripeRefusal(
            request.Header("Authorization") is null ? "You did not provide an API key." : "Invalid API Key provided.")
        {
            Status = 401,
        }.ToResponse();

    private protected override LocalResponse Handle(LocalRequest request)
    {
        _events.Version = ApiVersion ?? request.Header("Stripe-Version") ?? _events.Version;
        return _api.Handle(request);
    }

    private protected override LocalResponse WithHeaders(LocalResponse response) =>
        response.With("Request-Id", "req_" + LocalIds.Random(14));

    private protected override LocalResponse KeyInUse() => new StripeRefusal(
        "There is currently another in-progress request using this Idempotency-Key.")
    {
        Status = 409,
        Type = "idempotency_error",
        Code = "idempotency_key_in_use",
    }.ToResponse();

    private protected override LocalResponse KeyOfAnother() => new StripeRefusal(
        "Keys for idempotent requests can only be used with the same parameters they were first used with.")
    {
        Type = "idempotency_error",
    }.ToResponse();

    private protected override LocalResponse Failure(int status) => new StripeRefusal(
        status == 429 ? "Request rate limit exceeded." : "An unknown error occurred.")
    {
        Status = status,
        Type = status >= 500 ? "api_error" : "invalid_request_error",
        Code = status == 429 ? "rate_limit" : null,
    }.ToResponse();

    private protected override bool Do(LocalCheckout checkout, CustomerAction action)
    {
        switch (action, checkout.State)
        {
            case (CustomerAction.Pay, LocalCheckoutState.Open):
                Begin(checkout);
                Charge(checkout);
                Tell("checkout.session.completed", StripeObjects.Session(checkout));
                return true;
            case (CustomerAction.PayDelayed, LocalCheckoutState.Open):
                Begin(checkout);
                checkout.IsDelayed = true;
                checkout.State = LocalCheckoutState.Pending;
                Tell("payment_intent.processing", StripeObjects.Intent(checkout));
                Tell("checkout.session.completed", StripeObjects.Session(checkout));
                return true;
            case (CustomerAction.Decline, LocalCheckoutState.Open):
                Begin(checkout);
                Tell("payment_intent.payment_failed", StripeObjects.Intent(checkout));
                return true;
            case (CustomerAction.Confirm, LocalCheckoutState.Pending):
                Charge(checkout);
                Tell("checkout.session.async_payment_succeeded", StripeObjects.Session(checkout));
                return true;
            case (CustomerAction.Fail, LocalCheckoutState.Pending):
                checkout.State = LocalCheckoutState.Failed;
                Tell("payment_intent.payment_failed", StripeObjects.Intent(checkout));
                Tell("checkout.session.async_payment_failed", StripeObjects.Session(checkout));
                return true;
            default:
                return false;
        }
    }

    private protected override void OnExpired(LocalCheckout checkout) => Tell("checkout.session.expired", StripeObjects.Session(checkout));

    private protected override void OnRefund(LocalRefund refund, bool isNew)
    {
        string type = isNew ? "refund.created" : refund.State is LocalRefundState.Failed ? "refund.failed" : "refund.updated";
        Tell(type, StripeObjects.Refund(refund));
        if (refund.State is LocalRefundState.Done || isNew)
        {
            Tell("charge.refunded", StripeObjects.Charge(refund.Charge));
        }
    }

    private protected override void OnDispute(LocalDispute dispute) =>
        Tell(dispute.IsWon is null ? "charge.dispute.created" : "charge.dispute.closed", StripeObjects.Dispute(dispute));

    private protected override string NewRefundId() => "re_" + LocalIds.Random(24);

    private protected override string NewDisputeId() => "du_" + LocalIds.Random(24);

    private protected override void Sign(HttpRequestMessage request, LocalDelivery delivery)
    {
        request.Headers.Add("Stripe-Signature", Signature(delivery.Body.Span, WebhookSecret, Time.GetUtcNow()));
        request.Headers.TryAddWithoutValidation("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)");
    }

    private static void Begin(LocalCheckout checkout) => checkout.PaymentId ??= "pi_" + LocalIds.Random(24);

    private void Charge(LocalCheckout checkout)
    {
        LocalCharge charge = Take(checkout, "ch_" + LocalIds.Random(24));
        Tell("charge.succeeded", StripeObjects.Charge(charge));
        Tell("payment_intent.succeeded", StripeObjects.Intent(checkout));
    }

    private void Tell(string type, JsonObject about)
    {
        JsonObject told = _events.Add(type, about);
        Emit(told["id"]!.GetValue<string>(), type, told);
    }
}
