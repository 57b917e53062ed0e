using Microsoft.AspNetCore.WebUtilities;

namespace WhatsCommerce.Testing;

/// <summary>The endpoints of a local PayPal. Runs under the lock of its provider.</summary>
internal sealed class PayPalApi(LocalPayPal paypal, PayPalObjects objects, PayPalCertificates certificates)
{
    private const int MostTokens = 1_000;

    private static readonly TimeSpan TokenLifetime = TimeSpan.FromSeconds(32_400);
    private static readonly TimeSpan OrderLifetime = TimeSpan.FromHours(6);

    private readonly OrderedDictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);

    public LocalResponse? Unauthorized(LocalRequest request)
    {
        switch (request.Parts)
        {
            case ["v1", "notifications", "certs", ..]:
                return null;
            case ["v1", "oauth2", "token"]:
                return request.Basic() is var (user, password)
                    && LocalIds.IsSame(user, paypal.ClientId) && LocalIds.IsSame(password, paypal.ClientSecret)
                    ? null
                    : LocalResponse.Json(401, new JsonObject
                    {
                        ["error"] = "invalid_client",
                        ["error_description"] = "Client Authentication failed",
                    });
            default:
                return request.Bearer() is { } token
                    && _tokens.TryGetValue(token, out DateTimeOffset until)
                    && until > paypal.Time.GetUtcNow()
                    ? null
                    : LocalResponse.Json(401, new JsonObject
                    {
                        ["error"] = "invalid_token",
                        ["error_description"] = "Token signature verification failed",
                    });
        }
    }

    public LocalResponse Handle(LocalRequest request) => (request.Method, request.Parts) switch
    {
        ("POST", ["v1", "oauth2", "token"]) => Token(request),
        ("GET", ["v1", "notifications", "certs", { } id]) => id == certificates.Id
            ? new LocalResponse(200, Encoding.ASCII.GetBytes(certificates.Pem), "application/x-pem-file")
            : throw PayPalRefusal.Missing(),
        ("POST", ["v1", "notifications", "verify-webhook-signature"]) => Verify(Body(request)),
        ("POST", ["v2", "checkout", "orders"]) => Create(request),
        ("GET", ["v2", "checkout", "orders", { } id]) => LocalResponse.Done(objects.Order(Order(id))),
        ("POST", ["v2", "checkout", "orders", { } id, "capture"]) => Capture(request, Order(id)),
        ("GET", ["v2", "payments", "captures", { } id]) => LocalResponse.Done(objects.Capture(Captured(id))),
        ("POST", ["v2", "payments", "captures", { } id, "refund"]) => Refund(request, Captured(id)),
        ("GET", ["v2", "payments", "refunds", { } id]) => LocalResponse.Done(
            objects.Refund(paypal.Refund(id) ?? throw PayPalRefusal.Missing())),
        ("GET", ["v1", "customer", "disputes"]) => LocalResponse.Done(Disputes(request)),
        ("GET", ["v1", "customer", "disputes", { } id]) => LocalResponse.Done(
            PayPalObjects.Dispute(paypal.AllDisputes().LastOrDefault(one => one.Id == id) ?? throw PayPalRefusal.Missing())),
        _ => throw PayPalRefusal.Missing(),
    };

    private LocalResponse Token(LocalRequest request)
    {
        if (QueryHelpers.ParseQuery(Encoding.UTF8.GetString(request.Body)).GetValueOrDefault("grant_type") != "client_credentials")
        {
            return LocalResponse.Json(400, new JsonObject
            {
                ["error"] = "unsupported_grant_type",
                ["error_description"] = "Grant Type is NULL or not client_credentials",
            });
        }

        string token = "A21AA" + LocalIds.Random(64);
        _tokens.Add(token, paypal.Time.GetUtcNow() + TokenLifetime);
        if (_tokens.Count > MostTokens)
        {
            _tokens.RemoveAt(0);
        }

        return LocalResponse.Done(new JsonObject
        {
            ["scope"] = "https://uri.paypal.com/services/checkout/one-click-with-merchant-issued-token",
            ["access_token"] = token,
            ["token_type"] = "Bearer",
            ["app_id"] = "APP-LOCAL",
            ["expires_in"] = (int)TokenLifetime.TotalSeconds,
            ["nonce"] = PayPalObjects.Time(paypal.Time.GetUtcNow()) + LocalIds.Random(8),
        });
    }

    private LocalResponse Create(LocalRequest request)
    {
        JsonObject body = Body(request);
        (JsonObject unit, Money amount) = PayPalUnit.Judge(body);
        DateTimeOffset now = paypal.Time.GetUtcNow();
        LocalCheckout order = new(paypal, LocalIds.RandomCapitals(17), body)
        {
            Reference = unit.Text("custom_id"),
            Amount = amount,
            CreatedAt = now,
            ExpiresAt = now + OrderLifetime,
        };
        paypal.Add(order);
        bool isWhole = WantsAll(request);
        int status = body.Object("payment_source") is null ? 201 : 200;
        return LocalResponse.Done(isWhole ? objects.Order(order) : objects.Minimal(order), status) with
        {
            Again = () => LocalResponse.Json(200, isWhole ? objects.Order(order) : objects.Minimal(order)),
        };
    }

    private LocalResponse Capture(LocalRequest request, LocalCheckout order)
    {
        _ = Body(request);
        switch (order.State)
        {
            case LocalCheckoutState.Open:
                throw PayPalRefusal.Unprocessable("ORDER_NOT_APPROVED", "Payer has not yet approved the Order for payment.");
            case LocalCheckoutState.Approved when order.DeclinesCapture:
                // The customer may choose another way on the page.
                order.DeclinesCapture = false;
                order.State = LocalCheckoutState.Open;
                throw PayPalRefusal.Unprocessable("INSTRUMENT_DECLINED", "The instrument was declined by the processor or bank.");
            case LocalCheckoutState.Approved:
                paypal.Capture(order);
                break;
            case LocalCheckoutState.Expired or LocalCheckoutState.Cancelled:
                throw PayPalRefusal.Missing();
            default:
                throw PayPalRefusal.Unprocessable("ORDER_ALREADY_CAPTURED", "Order already captured.");
        }

        // Even without the Prefer header, the response of a capture contains the capture.
        return LocalResponse.Done(objects.Order(order), 201) with { Again = () => LocalResponse.Json(200, objects.Order(order)) };
    }

    private LocalResponse Refund(LocalRequest request, LocalCheckout order)
    {
        JsonObject body = Body(request);
        LocalCharge charge = order.Charge
            ?? throw PayPalRefusal.Unprocessable("CAPTURE_NOT_COMPLETED", "The capture is not completed and cannot be refunded.");
        Money amount = body.ContainsKey("amount") ? PayPalMoney.Read(body["amount"], "/amount") : charge.Left;
        if (charge.Left.Amount == 0)
        {
            throw PayPalRefusal.Unprocessable("CAPTURE_FULLY_REFUNDED", "The capture has already been fully refunded.");
        }

        if (amount.Currency != charge.Amount.Currency)
        {
            throw PayPalRefusal.Unprocessable(
                "REFUND_CURRENCY_MISMATCH", "The currency of the refund is not that of the capture.", "/amount");
        }

        if (amount.Amount == 0 || amount.Amount > charge.Left.Amount)
        {
            throw PayPalRefusal.Unprocessable(
                "REFUND_AMOUNT_EXCEEDED", "The refund amount must be less than or equal to the capture amount.", "/amount/value");
        }

        if (charge.Disputes.Any(dispute => dispute.IsWon is not true))
        {
            throw PayPalRefusal.Unprocessable("CAPTURE_DISPUTED_PARTIAL_REFUND_NOT_ALLOWED", "The capture is disputed.");
        }

        LocalRefund refund = paypal.Refund(charge, amount.Amount, body);
        bool isWhole = WantsAll(request);
        JsonObject Tell() => isWhole
            ? objects.Refund(refund)
            : new() { ["id"] = refund.Id, ["status"] = objects.Refund(refund)["status"]!.DeepClone(), ["links"] = new JsonArray() };
        return LocalResponse.Done(Tell(), 201) with { Again = () => LocalResponse.Json(200, Tell()) };
    }

    private LocalResponse Verify(JsonObject body)
    {
        JsonNode? told = body["webhook_event"];
        string text = LocalPayPal.SignedText(
            body.Text("transmission_id") ?? "",
            body.Text("transmission_time") ?? "",
            body.Text("webhook_id") ?? "",
            told is null ? [] : LocalResponse.Bytes(told));
        bool isGood = body.Text("cert_url") == paypal.CertificateAddress.AbsoluteUri
            && body.Text("webhook_id") == paypal.WebhookId
            && certificates.Verifies(text, body.Text("transmission_sig") ?? "");
        return LocalResponse.Done(new JsonObject { ["verification_status"] = isGood ? "SUCCESS" : "FAILURE" });
    }

    private JsonObject Disputes(LocalRequest request) => new()
    {
        ["items"] = new JsonArray(
        [
            .. paypal.AllDisputes()
                .Where(one => request.Asked("disputed_transaction_id") is not { } id || one.Charge.Id == id)
                .Reverse().Take(50).Select(PayPalObjects.Dispute),
        ]),
        ["links"] = new JsonArray(),
    };

    private LocalCheckout Order(string id) => paypal.Order(id) ?? throw PayPalRefusal.Missing();

    private LocalCheckout Captured(string id) =>
        paypal.Checkouts.FirstOrDefault(order => order.PaymentId == id) ?? throw PayPalRefusal.Missing();

    private static JsonObject Body(LocalRequest request)
    {
        if (!request.ContentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new PayPalRefusal(
                415, "UNSUPPORTED_MEDIA_TYPE", "UNSUPPORTED_MEDIA_TYPE", "The server does not support the request payload's media type.");
        }

        return request.Json() ?? throw PayPalRefusal.Invalid("/", "MALFORMED_REQUEST_JSON", "The request JSON is not well formed.");
    }

    private static bool WantsAll(LocalRequest request) =>
        request.Header("Prefer")?.Contains("return=representation", StringComparison.OrdinalIgnoreCase) is true;
}
