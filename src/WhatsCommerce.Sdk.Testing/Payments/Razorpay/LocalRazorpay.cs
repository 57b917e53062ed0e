using Microsoft.AspNetCore.WebUtilities;

namespace WhatsCommerce.Testing;

/// <summary>
/// A local Razorpay with payment links, payments, refunds, disputes and webhooks. Replaces <c>https://api.razorpay.com</c>.
/// </summary>
/// <remarks>
/// Sources: razorpay.com/docs/api/payments/payment-links, /api/refunds, /webhooks/validate-test. If a link is canceled while a payment is
/// pending, that payment fails.
/// </remarks>
public sealed class LocalRazorpay : LocalProvider
{
    private static readonly TimeSpan KeysAreKept = TimeSpan.FromDays(1);

    private readonly RazorpayApi _api;

    private LocalRazorpay(LocalProviderOptions? options)
        : base("razorpay", options) => _api = new(this);

    /// <summary>The key id: <c>rzp_test_...</c>, valid only for this process.</summary>
    public string KeyId { get; } = "rzp_test_" + LocalIds.Random(14);

    /// <summary>The secret of the key, which also signs the query of the return URL; valid only for this process.</summary>
    public string KeySecret { get; } = LocalIds.Random(24);

    /// <summary>The webhook secret, which can be changed. Redeliveries use the secret of the first attempt.</summary>
    public string WebhookSecret { get; set; } = LocalIds.Random(24);

    /// <summary>Starts the provider, by default on a free port of the loopback address.</summary>
    /// <param name="options">The options; the defaults suit tests. Later changes have no effect.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<LocalRazorpay> StartAsync(LocalProviderOptions? options = null, CancellationToken cancellationToken = default)
    {
        LocalRazorpay razorpay = new(options);
        await razorpay.StartServerAsync(cancellationToken).ConfigureAwait(false);
        return razorpay;
    }

    /// <summary>Returns Razorpay's signature: HMAC-SHA-256 in lowercase hexadecimal.</summary>
    /// <param name="signed">The raw body of a webhook, or <c>link id|reference id|status|payment id</c> of a return URL.</param>
    /// <param name="secret">The secret of the webhook or of the key.</param>
    public static string Signature(ReadOnlySpan<byte> signed, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, string?>> Configuration(string section) =>
    [
        new($"{section}:KeyId", KeyId),
        new($"{section}:KeySecret", KeySecret),
        new($"{section}:AllowTestKeys", "true"),
        new($"{section}:WebhookSecrets:0", WebhookSecret),
        new($"{section}:BaseAddress", BaseAddress.AbsoluteUri),
    ];

    internal override Uri? ReturnAddressOf(LocalCheckout checkout)
    {
        if (AddressIn(checkout.Request.Text("callback_url")) is not { } address || checkout.Charge is not { } charge)
        {
            return null;
        }

        string status = RazorpayObjects.StatusOf(checkout);
        string signed = $"{checkout.Id}|{checkout.Reference}|{status}|{charge.Id}";
        return new(QueryHelpers.AddQueryString(address.AbsoluteUri, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["razorpay_payment_id"] = charge.Id,
            ["razorpay_payment_link_id"] = checkout.Id,
            ["razorpay_payment_link_reference_id"] = checkout.Reference,
            ["razorpay_payment_link_status"] = status,
            ["razorpay_signature"] = Signature(Encoding.UTF8.GetBytes(signed), KeySecret),
        }));
    }

    // A payment link has no URL for customers who cancel.
    internal override Uri? CancelAddressOf(LocalCheckout checkout) => null;

    internal LocalCheckout? Link(string id) => FindById(id);

    internal IEnumerable<LocalCheckout> Links() => All.Reverse();

    internal IEnumerable<LocalRefund> AllRefunds() => Refunds.Reverse();

    internal IEnumerable<LocalDispute> AllDisputes() => Disputes.Reverse();

    internal new void Add(LocalCheckout checkout) => base.Add(checkout);

    internal LocalRefund Refund(LocalCharge charge, decimal amount, JsonObject request) => GiveBack(charge, amount, request);

    internal void Cancel(LocalCheckout link)
    {
        if (link.IsDelayed)
        {
            FailPayment(link);
        }

        link.State = LocalCheckoutState.Cancelled;
        TellLink("payment_link.cancelled", link);
    }

    private protected override string? KeyOf(LocalRequest request) =>
        request.Method == "POST" && request.Parts is [.., "refund"] or [.., "refunds"] ? request.Header("X-Refund-Idempotency") : null;

    private protected override TimeSpan KeyLifetime(LocalRequest request) => KeysAreKept;

    private protected override LocalResponse? Unauthorized(LocalRequest request) =>
        request.Basic() is var (user, password) && LocalIds.IsSame(user, KeyId) && LocalIds.IsSame(password, KeySecret)
            ? null
            : new RazorpayRefusal("Authentication failed") { Status = 401 }.ToResponse();

    private protected override LocalResponse Handle(LocalRequest request) => _api.Handle(request);

    private protected override LocalResponse KeyInUse() =>
        new RazorpayRefusal("Another request is in progress with the same idempotency key") { Status = 409 }.ToResponse();

    private protected override LocalResponse KeyOfAnother() =>
        new RazorpayRefusal("Different request body sent for the same Idempotency Header").ToResponse();

    private protected override LocalResponse Failure(int status) => status == 429
        ? new RazorpayRefusal("Request failed because of too many requests") { Status = 429 }.ToResponse()
        : new RazorpayRefusal("We are facing some trouble completing your request at the moment. Please try again shortly.")
        {
            Status = status,
            Code = status >= 500 ? "SERVER_ERROR" : "BAD_REQUEST_ERROR",
        }.ToResponse();

    private protected override bool Do(LocalCheckout checkout, CustomerAction action)
    {
        switch (action, checkout.State)
        {
            case (CustomerAction.Pay, LocalCheckoutState.Open):
                checkout.PaymentId = "pay_" + LocalIds.Random(14);
                Captured(checkout);
                return true;
            case (CustomerAction.PayDelayed, LocalCheckoutState.Open):
                checkout.PaymentId = "pay_" + LocalIds.Random(14);
                checkout.IsDelayed = true;
                checkout.State = LocalCheckoutState.Pending;
                return true;
            case (CustomerAction.Decline, LocalCheckoutState.Open):
                checkout.PaymentId = "pay_" + LocalIds.Random(14);
                FailPayment(checkout);
                return true;
            case (CustomerAction.Confirm, LocalCheckoutState.Pending):
                Captured(checkout);
                return true;
            case (CustomerAction.Fail, LocalCheckoutState.Pending):
                // The link stays open for another payment.
                FailPayment(checkout);
                checkout.State = LocalCheckoutState.Open;
                return true;
            default:
                return false;
        }
    }

    private protected override void OnExpired(LocalCheckout checkout) => TellLink("payment_link.expired", checkout);

    private protected override void OnRefund(LocalRefund refund, bool isNew)
    {
        if (isNew)
        {
            TellRefund("refund.created", refund);
        }

        if (refund.State is not LocalRefundState.Pending)
        {
            TellRefund(refund.State is LocalRefundState.Done ? "refund.processed" : "refund.failed", refund);
        }
    }

    private protected override void OnDispute(LocalDispute dispute) => Tell(
        $"payment.dispute.{dispute.IsWon switch { null => "created", true => "won", false => "lost" }}",
        ("payment", RazorpayObjects.Payment(dispute.Charge.Checkout)),
        ("dispute", RazorpayObjects.Dispute(dispute)));

    private protected override string NewRefundId() => "rfnd_" + LocalIds.Random(14);

    private protected override string NewDisputeId() => "disp_" + LocalIds.Random(14);

    private protected override void Sign(HttpRequestMessage request, LocalDelivery delivery)
    {
        request.Headers.Add("X-Razorpay-Signature", delivery.Signature ??= Signature(delivery.Body.Span, WebhookSecret));
        request.Headers.Add("x-razorpay-event-id", delivery.Id);
        request.Headers.TryAddWithoutValidation("User-Agent", "Razorpay-Webhook/v1");
    }

    private void Captured(LocalCheckout checkout)
    {
        Take(checkout, checkout.PaymentId!);
        Tell("payment.authorized", ("payment", RazorpayObjects.Payment(checkout, "authorized")));
        Tell("payment.captured", ("payment", RazorpayObjects.Payment(checkout)));
        TellLink("payment_link.paid", checkout);
    }

    private void FailPayment(LocalCheckout checkout)
    {
        checkout.IsDelayed = false;
        Tell("payment.failed", ("payment", RazorpayObjects.Payment(checkout, "failed")));
    }

    private void TellLink(string type, LocalCheckout link)
    {
        if (link.Charge is null)
        {
            Tell(type, ("payment_link", RazorpayObjects.Link(link)));
        }
        else
        {
            Tell(type, ("payment_link", RazorpayObjects.Link(link)), ("payment", RazorpayObjects.Payment(link)));
        }
    }

    private void TellRefund(string type, LocalRefund refund) =>
        Tell(type, ("refund", RazorpayObjects.Refund(refund)), ("payment", RazorpayObjects.Payment(refund.Charge.Checkout)));

    private void Tell(string type, params ReadOnlySpan<(string Name, JsonObject Entity)> about)
    {
        JsonObject payload = [];
        JsonArray contains = [];
        foreach ((string name, JsonObject entity) in about)
        {
            payload[name] = new JsonObject { ["entity"] = entity };
            contains.Add((JsonNode)name);
        }

        Emit(LocalIds.Random(14), type, new()
        {
            ["entity"] = "event",
            ["account_id"] = "acc_local",
            ["event"] = type,
            ["contains"] = contains,
            ["payload"] = payload,
            ["created_at"] = Time.GetUtcNow().ToUnixTimeSeconds(),
        });
    }
}
