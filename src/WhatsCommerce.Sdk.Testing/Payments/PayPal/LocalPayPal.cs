using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Testing;

/// <summary>
/// A local PayPal with Orders v2 and Payments v2: tokens, captures, refunds, disputes, and webhooks that are signed with its own
/// certificate. Replaces <c>https://api-m.sandbox.paypal.com</c>.
/// </summary>
/// <remarks>
/// <para>
/// Sources: developer.paypal.com/docs/api/orders/v2 and /payments/v2, /api/rest/webhooks/rest, /api/rest/reference/idempotency. The
/// customer approves on the page; money moves when the shop captures. A repeated idempotency key (<c>PayPal-Request-Id</c>) returns the
/// latest state; with another body it is rejected, which PayPal does not document.
/// </para>
/// <para>
/// A shop trusts the local certificate only after <see cref="AddTrust(IServiceCollection)"/>: this cannot be done by configuration.
/// </para>
/// </remarks>
public sealed class LocalPayPal : LocalProvider
{
    private static readonly TimeSpan OrderKeysAreKept = TimeSpan.FromHours(6);
    private static readonly TimeSpan PaymentKeysAreKept = TimeSpan.FromDays(45);

    private readonly PayPalCertificates _certificates;
    private readonly PayPalObjects _objects;
    private readonly PayPalApi _api;

    private LocalPayPal(LocalProviderOptions? options)
        : base("paypal", options)
    {
        _certificates = new(Time);
        _objects = new(this);
        _api = new(this, _objects, _certificates);
    }

    /// <summary>The client id, valid only for this process.</summary>
    public string ClientId { get; } = "A" + LocalIds.Random(79);

    /// <summary>The client secret, valid only for this process.</summary>
    public string ClientSecret { get; } = "E" + LocalIds.Random(79);

    /// <summary>The id of the webhook subscription, which is part of the signed text.</summary>
    public string WebhookId { get; } = LocalIds.RandomCapitals(17);

    /// <summary>The URL of the certificate that webhooks contain.</summary>
    public Uri CertificateAddress => new(BaseAddress, $"v1/notifications/certs/{_certificates.Id}");

    /// <summary>
    /// The root certificate as PEM, for <see cref="AddTrust(IServiceCollection, Uri, string)"/> in another process.
    /// </summary>
    public string AuthorityPem => _certificates.Authority.ExportCertificatePem();

    /// <summary>Starts the provider, by default on a free port of the loopback address.</summary>
    /// <param name="options">The options; the defaults suit tests. Later changes have no effect.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<LocalPayPal> StartAsync(LocalProviderOptions? options = null, CancellationToken cancellationToken = default)
    {
        LocalPayPal paypal = new(options);
        await paypal.StartServerAsync(cancellationToken).ConfigureAwait(false);
        return paypal;
    }

    /// <summary>Makes a shop in this process trust the certificate of this local PayPal.</summary>
    /// <param name="services">The shop's services.</param>
    /// <returns>The same services.</returns>
    public IServiceCollection AddTrust(IServiceCollection services) => AddTrust(services, CertificateAddress, AuthorityPem);

    /// <summary>Makes a shop trust the certificate of a local PayPal that runs in another process of this machine.</summary>
    /// <param name="services">The shop's services.</param>
    /// <param name="certificateAddress"><see cref="CertificateAddress"/>.</param>
    /// <param name="authorityPem"><see cref="AuthorityPem"/>.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentException">The URL is not a loopback address.</exception>
    public static IServiceCollection AddTrust(IServiceCollection services, Uri certificateAddress, string authorityPem)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(certificateAddress);
        if (!IPAddress.TryParse(certificateAddress.Host, out IPAddress? address) || !IPAddress.IsLoopback(address))
        {
            throw new ArgumentException("Only a certificate of this machine can be trusted.", nameof(certificateAddress));
        }

        return services.AddSingleton(new LocalCertificateTrust(certificateAddress, X509Certificate2.CreateFromPem(authorityPem)));
    }

    /// <summary>Returns the text that PayPal signs: <c>transmission id|time|webhook id|CRC-32 of the raw body</c>.</summary>
    /// <param name="transmissionId">The header <c>PAYPAL-TRANSMISSION-ID</c>.</param>
    /// <param name="time">The header <c>PAYPAL-TRANSMISSION-TIME</c>.</param>
    /// <param name="webhookId">The id of the subscription.</param>
    /// <param name="body">The raw body.</param>
    public static string SignedText(string transmissionId, string time, string webhookId, ReadOnlySpan<byte> body) =>
        string.Create(CultureInfo.InvariantCulture, $"{transmissionId}|{time}|{webhookId}|{Crc32.Of(body)}");

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, string?>> Configuration(string section) =>
    [
        new($"{section}:ClientId", ClientId),
        new($"{section}:ClientSecret", ClientSecret),
        new($"{section}:WebhookIds:0", WebhookId),
        new($"{section}:UseSandbox", "true"),
        new($"{section}:AllowTestKeys", "true"),
        new($"{section}:BaseAddress", BaseAddress.AbsoluteUri),
    ];

    internal override Uri? ReturnAddressOf(LocalCheckout checkout) => Landing(checkout, "return_url", "&PayerID=LOCALPAYER123");

    internal override Uri? CancelAddressOf(LocalCheckout checkout) => Landing(checkout, "cancel_url", "");

    internal LocalCheckout? Order(string id) => FindById(id);

    internal LocalRefund? Refund(string id) => FindRefund(id);

    internal IEnumerable<LocalDispute> AllDisputes() => Disputes;

    internal new void Add(LocalCheckout checkout) => base.Add(checkout);

    internal LocalRefund Refund(LocalCharge charge, decimal amount, JsonObject request) => GiveBack(charge, amount, request);

    /// <summary>Captures an order that the customer has approved.</summary>
    internal void Capture(LocalCheckout order)
    {
        order.PaymentId = LocalIds.RandomCapitals(17);
        if (order.IsDelayed)
        {
            order.State = LocalCheckoutState.Pending;
            Tell("PAYMENT.CAPTURE.PENDING", "capture", _objects.Capture(order));
            return;
        }

        Take(order, order.PaymentId);
        Tell("PAYMENT.CAPTURE.COMPLETED", "capture", _objects.Capture(order));
    }

    private protected override string? KeyOf(LocalRequest request) =>
        request.Method == "POST" && request.Parts is ["v2", ..] ? request.Header("PayPal-Request-Id") : null;

    private protected override TimeSpan KeyLifetime(LocalRequest request) =>
        request.Parts is ["v2", "payments", ..] ? PaymentKeysAreKept : OrderKeysAreKept;

    private protected override LocalResponse? Unauthorized(LocalRequest request) => _api.Unauthorized(request);

    private protected override LocalResponse Handle(LocalRequest request) => _api.Handle(request);

    private protected override LocalResponse WithHeaders(LocalResponse response) => response.With("Paypal-Debug-Id", LocalIds.Random(13));

    private protected override LocalResponse KeyInUse() => new PayPalRefusal(
        409, "RESOURCE_CONFLICT", "PREVIOUS_REQUEST_IN_PROGRESS", "A previous request on this resource is in progress.").ToResponse();

    private protected override LocalResponse KeyOfAnother() => PayPalRefusal.Unprocessable(
        "DUPLICATE_REQUEST_ID", "The value of PayPal-Request-Id header has already been used with another request.").ToResponse();

    private protected override LocalResponse Failure(int status) => status == 429
        ? new PayPalRefusal(
            429, "RATE_LIMIT_REACHED", "RATE_LIMIT_REACHED", "Too many requests. Blocked due to rate limiting.").ToResponse()
        : new PayPalRefusal(
            status, "INTERNAL_SERVER_ERROR", "INTERNAL_SERVICE_ERROR", "An internal server error has occurred.").ToResponse();

    private protected override bool Do(LocalCheckout checkout, CustomerAction action)
    {
        switch (action, checkout.State)
        {
            case (CustomerAction.Pay or CustomerAction.PayDelayed or CustomerAction.Decline, LocalCheckoutState.Open):
                checkout.IsDelayed = action is CustomerAction.PayDelayed;
                checkout.DeclinesCapture = action is CustomerAction.Decline;
                checkout.State = LocalCheckoutState.Approved;
                Tell("CHECKOUT.ORDER.APPROVED", "checkout-order", _objects.Order(checkout));
                return true;
            case (CustomerAction.Confirm, LocalCheckoutState.Pending):
                Take(checkout, checkout.PaymentId!);
                Tell("PAYMENT.CAPTURE.COMPLETED", "capture", _objects.Capture(checkout));
                return true;
            case (CustomerAction.Fail, LocalCheckoutState.Pending):
                checkout.State = LocalCheckoutState.Failed;
                Tell("PAYMENT.CAPTURE.DENIED", "capture", _objects.Capture(checkout));
                return true;
            default:
                return false;
        }
    }

    // There is no webhook for an order that was never approved; an unused approval is reversed.
    private protected override void OnExpired(LocalCheckout checkout)
    {
        if (checkout.IsDelayed)
        {
            Tell("CHECKOUT.PAYMENT-APPROVAL.REVERSED", "checkout-order", _objects.Order(checkout));
        }
    }

    private protected override void OnRefund(LocalRefund refund, bool isNew)
    {
        if (refund.State is LocalRefundState.Done)
        {
            Tell("PAYMENT.CAPTURE.REFUNDED", "refund", _objects.Refund(refund));
        }
        else if (refund.State is LocalRefundState.Failed)
        {
            Tell("PAYMENT.REFUND.FAILED", "refund", _objects.Refund(refund));
        }
    }

    private protected override void OnDispute(LocalDispute dispute) =>
        Tell(dispute.IsWon is null ? "CUSTOMER.DISPUTE.CREATED" : "CUSTOMER.DISPUTE.RESOLVED", "dispute", PayPalObjects.Dispute(dispute));

    private protected override string NewRefundId() => LocalIds.RandomCapitals(17);

    private protected override string NewDisputeId() => "PP-D-" + LocalIds.RandomCapitals(10);

    private protected override void Sign(HttpRequestMessage request, LocalDelivery delivery)
    {
        string id = Guid.NewGuid().ToString("D");
        string time = PayPalObjects.Time(Time.GetUtcNow());
        request.Headers.Add("PAYPAL-TRANSMISSION-ID", id);
        request.Headers.Add("PAYPAL-TRANSMISSION-TIME", time);
        request.Headers.Add("PAYPAL-TRANSMISSION-SIG", _certificates.Sign(SignedText(id, time, WebhookId, delivery.Body.Span)));
        request.Headers.Add("PAYPAL-CERT-URL", CertificateAddress.AbsoluteUri);
        request.Headers.Add("PAYPAL-AUTH-ALGO", "SHA256withRSA");
        request.Headers.TryAddWithoutValidation("User-Agent", "PayPal/AUHR-1.0");
    }

    private protected override void DisposeMore() => _certificates.Dispose();

    private static Uri? Landing(LocalCheckout checkout, string name, string more)
    {
        JsonObject? context = checkout.Request.Object("payment_source").Object("paypal").Object("experience_context")
            ?? checkout.Request.Object("application_context");
        return AddressIn(context.Text(name)) is not { } address
            ? null
            : new UriBuilder(address) { Query = $"{address.Query}{(address.Query.Length > 1 ? "&" : "")}token={checkout.Id}{more}" }.Uri;
    }

    private void Tell(string type, string kind, JsonObject about)
    {
        string id = $"WH-{LocalIds.RandomCapitals(17)}-{LocalIds.RandomCapitals(17)}";
        Emit(id, type, new()
        {
            ["id"] = id,
            ["event_version"] = "1.0",
            ["create_time"] = PayPalObjects.Time(Time.GetUtcNow()),
            ["resource_type"] = kind,
            ["resource_version"] = "2.0",
            ["event_type"] = type,
            ["summary"] = type,
            ["resource"] = about,
            ["links"] = new JsonArray(),
        });
    }
}
