using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests.Payments;

/// <summary>The local PayPal, asked by requests that are written out as PayPal's pages have them.</summary>
public sealed class LocalPayPalTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private LocalPayPal _paypal = null!;
    private ProviderHttp _http = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _paypal = await LocalPayPal.StartAsync(new() { TimeProvider = _time }, Cancel);
        _http = new(_paypal) { Authorization = ProviderHttp.Basic(_paypal.ClientId, _paypal.ClientSecret) };
        Answered token = await _http.FormAsync("v1/oauth2/token", "grant_type=client_credentials");
        _http.Authorization = new("Bearer", token["access_token"]);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _paypal.DisposeAsync();
    }

    [Fact]
    public async Task Token_WrongSecret_Is401()
    {
        _http.Authorization = ProviderHttp.Basic(_paypal.ClientId, "wrong");

        Assert.Equal(401, (await _http.FormAsync("v1/oauth2/token", "grant_type=client_credentials")).Status);
    }

    [Fact]
    public async Task Token_AfterItsLifetime_Is401()
    {
        _time.Advance(TimeSpan.FromSeconds(32_400));

        Assert.Equal(401, (await _http.GetAsync("v2/checkout/orders/1")).Status);
    }

    [Fact]
    public async Task Create_CompleteOrder_LeadsToThePage()
    {
        Answered made = await CreateAsync();

        JsonNode link = made.Json["links"]!.AsArray().Single(one => one!["rel"]!.ToString() == "payer-action")!;
        Assert.Equal("PAYER_ACTION_REQUIRED", made["status"]);
        Assert.Equal(_paypal.Find("attempt-1")!.Page.AbsoluteUri, link["href"]!.ToString());
        Assert.Equal(new Money(11.98m, "USD"), _paypal.Find("attempt-1")!.Amount);
    }

    [Fact]
    public async Task Capture_BeforeApproval_IsRefused()
    {
        string id = (await CreateAsync())["id"]!;

        Answered refused = await CaptureAsync(id);

        Assert.Equal((422, "ORDER_NOT_APPROVED"), (refused.Status, refused.Issue));
        Assert.Empty(_paypal.Ledger.Charges);
    }

    [Fact]
    public async Task Pay_NotCaptured_TakesNothing()
    {
        string id = (await CreateAsync())["id"]!;

        Assert.True(_paypal.Find(id)!.Pay());

        Assert.Equal("APPROVED", (await _http.GetAsync($"v2/checkout/orders/{id}"))["status"]);
        Assert.Empty(_paypal.Ledger.Charges);
    }

    [Fact]
    public async Task Capture_Approved_IsChargedOnce()
    {
        string id = (await CreateAsync())["id"]!;
        _paypal.Find(id)!.Pay();

        Answered first = await CaptureAsync(id, "capture-1");
        Answered same = await CaptureAsync(id, "capture-1");
        Answered other = await CaptureAsync(id, "capture-2");

        JsonNode capture = first.Json["purchase_units"]![0]!["payments"]!["captures"]![0]!;
        Assert.Equal((201, 200), (first.Status, same.Status));
        Assert.Equal("ORDER_ALREADY_CAPTURED", other.Issue);
        Assert.Equal(("COMPLETED", "attempt-1", "11.98"), (
            capture["status"]!.ToString(), capture["custom_id"]!.ToString(), capture["amount"]!["value"]!.ToString()));
        Assert.Equal(capture["id"]!.ToString(), Assert.Single(_paypal.Ledger.Charges).Id);
    }

    [Fact]
    public async Task Create_SameKey_GivesLatestState()
    {
        string id = (await CreateAsync(key: "attempt-1"))["id"]!;
        _paypal.Find(id)!.Pay();

        Answered again = await CreateAsync(key: "attempt-1");

        Assert.Equal((200, id, "APPROVED"), (again.Status, again["id"], again["status"]));
    }

    [Fact]
    public async Task Create_SameKeyOtherOrder_IsRefused()
    {
        await CreateAsync(key: "attempt-1");

        Answered refused = await CreateAsync(Order("attempt-2"), "attempt-1");

        Assert.Equal((422, "DUPLICATE_REQUEST_ID"), (refused.Status, refused.Issue));
    }

    [Fact]
    public async Task Capture_CutAfterAcceptance_SameKeySaysSo()
    {
        string id = (await CreateAsync())["id"]!;
        _paypal.Find(id)!.Pay();
        _paypal.Faults.Next(EmulatedFault.ConnectionCut(FaultMoment.AfterAccepting));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => CaptureAsync(id, "capture-1"));

        // The connection was cut while the request is still under way: until it is done, PayPal refuses the key.
        Answered? again = null;
        await Patiently.Until(async () => (again = await CaptureAsync(id, "capture-1")).Status != 409);

        Assert.Equal((200, "COMPLETED"), (again!.Status, again["status"]));
        Assert.Single(_paypal.Ledger.Charges);
    }

    [Fact]
    public async Task Capture_ServerErrorAfterAcceptance_SameKeySaysWhatIsNow()
    {
        string id = (await CreateAsync())["id"]!;
        _paypal.Find(id)!.Pay();
        _paypal.Faults.Next(EmulatedFault.ServerError(FaultMoment.AfterAccepting));

        Answered failed = await CaptureAsync(id, "capture-1");
        Answered again = await CaptureAsync(id, "capture-1");

        Assert.Equal((500, 200), (failed.Status, again.Status));
        Assert.Single(_paypal.Ledger.Charges);
    }

    [Fact]
    public async Task Capture_Declined_CustomerCanChooseAgain()
    {
        string id = (await CreateAsync())["id"]!;
        _paypal.Find(id)!.Decline();

        Answered declined = await CaptureAsync(id);
        Assert.True(_paypal.Find(id)!.Pay());
        Answered captured = await CaptureAsync(id);

        Assert.Equal((422, "INSTRUMENT_DECLINED"), (declined.Status, declined.Issue));
        Assert.Equal(201, captured.Status);
    }

    [Fact]
    public async Task Capture_SlowMethod_IsPendingUntilConfirmed()
    {
        string id = (await CreateAsync())["id"]!;
        _paypal.Find(id)!.PayDelayed();

        Answered captured = await CaptureAsync(id);
        string capture = captured.Json["purchase_units"]![0]!["payments"]!["captures"]![0]!["id"]!.ToString();
        Answered pending = await _http.GetAsync($"v2/payments/captures/{capture}");
        Assert.Empty(_paypal.Ledger.Charges);
        _paypal.Find(id)!.Confirm();
        Answered done = await _http.GetAsync($"v2/payments/captures/{capture}");

        Assert.Equal(("PENDING", "COMPLETED"), (pending["status"], done["status"]));
        Assert.Equal(capture, Assert.Single(_paypal.Ledger.Charges).Id);
    }

    [Theory]
    [InlineData("JPY", "100.50", "DECIMALS_NOT_SUPPORTED")]
    [InlineData("HUF", "100.50", "DECIMALS_NOT_SUPPORTED")]
    [InlineData("TWD", "1.5", "DECIMALS_NOT_SUPPORTED")]
    [InlineData("USD", "1.005", "DECIMAL_PRECISION")]
    [InlineData("KWD", "1.00", "CURRENCY_NOT_SUPPORTED")]
    [InlineData("USD", "0.00", "CANNOT_BE_ZERO_OR_NEGATIVE")]
    [InlineData("USD", "1e5", "INVALID_PARAMETER_SYNTAX")]
    public async Task Create_AmountThatPayPalDoesNotHave_IsRefused(string currency, string value, string issue)
    {
        string order = $$$"""
            {"intent":"CAPTURE","purchase_units":[{"amount":{"currency_code":"{{{currency}}}","value":"{{{value}}}"}}]}
            """;

        Assert.Equal(issue, (await CreateAsync(order)).Issue);
    }

    [Fact]
    public async Task Create_PartsThatAreNotTheSum_IsRefused()
    {
        string order = Order("attempt-1").Replace("\"value\":\"5.00\"", "\"value\":\"4.00\"", StringComparison.Ordinal);

        Assert.Equal("AMOUNT_MISMATCH", (await CreateAsync(order)).Issue);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"intent":"CAPTURE","purchase_units":["x"]}""")]
    [InlineData("""{"intent":"CAPTURE","purchase_units":[{"amount":{"currency_code":7,"value":{}}}]}""")]
    [InlineData("""{"intent":"CAPTURE","intent":"CAPTURE"}""")]
    [InlineData("{")]
    public async Task Create_Nonsense_IsRefusedWith400(string body) => Assert.Equal(400, (await CreateAsync(body)).Status);

    [Fact]
    public async Task Refund_InParts_IsReadBack()
    {
        string capture = await CapturedAsync();

        Answered part = await RefundAsync(capture, """{"amount":{"currency_code":"USD","value":"5.00"}}""", "refund-1");
        Answered same = await RefundAsync(capture, """{"amount":{"currency_code":"USD","value":"5.00"}}""", "refund-1");
        Answered over = await RefundAsync(capture, """{"amount":{"currency_code":"USD","value":"7.00"}}""", "refund-2");
        Answered partly = await _http.GetAsync($"v2/payments/captures/{capture}");
        Answered rest = await RefundAsync(capture, "{}", "refund-3");

        Assert.Equal((201, 200, part["id"]), (part.Status, same.Status, same["id"]));
        Assert.Equal("REFUND_AMOUNT_EXCEEDED", over.Issue);
        Assert.Equal(("PARTIALLY_REFUNDED", "6.98"), (partly["status"], rest.Json["amount"]!["value"]!.ToString()));
        Assert.Equal("REFUNDED", (await _http.GetAsync($"v2/payments/captures/{capture}"))["status"]);
        Assert.Equal("COMPLETED", (await _http.GetAsync($"v2/payments/refunds/{part["id"]}"))["status"]);
    }

    [Fact]
    public async Task Dispute_OfTheDashboard_IsListed()
    {
        string capture = await CapturedAsync();

        LocalDispute dispute = _paypal.Dispute(capture);

        Answered list = await _http.GetAsync($"v1/customer/disputes?disputed_transaction_id={capture}");
        Assert.Equal(dispute.Id, list.Json["items"]![0]!["dispute_id"]!.ToString());
    }

    [Fact]
    public async Task Webhook_Approval_IsSignedByACertificateOfTheLocalAuthority()
    {
        await using Callback shop = await Callback.StartAsync();
        List<Dictionary<string, string>> headers = [];
        shop.OnPost = (http, _) =>
        {
            headers.Add(http.Request.Headers.ToDictionary(
                one => one.Key.ToUpperInvariant(), one => one.Value.ToString(), StringComparer.Ordinal));
            return Task.CompletedTask;
        };
        _paypal.Webhooks.Connect(shop.Address);
        _paypal.Find((await CreateAsync())["id"]!)!.Pay();
        await Patiently.Wait(_paypal.Webhooks.WhenQuietAsync(Cancel));

        Posted posted = Assert.Single(shop.Posts);
        Dictionary<string, string> header = headers[0];
        Answered pem = await _http.GetAsync(header["PAYPAL-CERT-URL"]);
        X509Certificate2Collection chain = [];
        chain.ImportFromPem(pem.Text);
        using X509Certificate2 root = X509Certificate2.CreateFromPem(_paypal.AuthorityPem);
        using X509Chain judge = new();
        judge.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        judge.ChainPolicy.CustomTrustStore.Add(root);
        judge.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        string signed = string.Create(
            CultureInfo.InvariantCulture,
            $"{header["PAYPAL-TRANSMISSION-ID"]}|{header["PAYPAL-TRANSMISSION-TIME"]}|{_paypal.WebhookId}|{CrcOf(posted.Body)}");

        Assert.True(judge.Build(chain[0]));
        Assert.Equal("SHA256withRSA", header["PAYPAL-AUTH-ALGO"]);
        using RSA key = chain[0].GetRSAPublicKey()!;
        Assert.True(key.VerifyData(
            Encoding.UTF8.GetBytes(signed),
            Convert.FromBase64String(header["PAYPAL-TRANSMISSION-SIG"]),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1));
        JsonNode told = JsonNode.Parse(posted.Body)!;
        Assert.Equal("CHECKOUT.ORDER.APPROVED", told["event_type"]!.ToString());
        Assert.Equal("SUCCESS", (await VerifyAsync(header, told))["verification_status"]);
        told["id"] = "WH-OTHER";
        Assert.Equal("FAILURE", (await VerifyAsync(header, told))["verification_status"]);
    }

    [Theory]
    [InlineData("123456789", 3_421_780_262)]
    [InlineData("""{"id":"evt_1"}""", 2_394_574_875)]
    public void SignedText_PublishedVectors_EndsInTheChecksum(string body, long checksum) => Assert.Equal(
        FormattableString.Invariant($"id|2026-03-01T12:00:00Z|hook|{checksum}"),
        LocalPayPal.SignedText("id", "2026-03-01T12:00:00Z", "hook", Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void AddTrust_ForeignAddress_IsRefused() => Assert.Throws<ArgumentException>(() => LocalPayPal.AddTrust(
        new ServiceCollection(), new Uri("https://api.paypal.com/v1/notifications/certs/CERT-1"), _paypal.AuthorityPem));

    private static string Order(string reference) => $$$"""
        {
          "intent": "CAPTURE",
          "purchase_units": [{
            "custom_id": "{{{reference}}}",
            "amount": {
              "currency_code": "USD", "value": "11.98",
              "breakdown": {
                "item_total": {"currency_code":"USD","value":"6.98"},
                "shipping": {"currency_code":"USD","value":"5.00"}
              }
            },
            "items": [{"name":"Apples","quantity":"2","unit_amount":{"currency_code":"USD","value":"3.49"}}]
          }],
          "payment_source": {"paypal": {"experience_context": {
            "return_url": "https://shop.example/return/{{{reference}}}", "cancel_url": "https://shop.example/cancel/{{{reference}}}?a=1",
            "user_action": "PAY_NOW", "shipping_preference": "NO_SHIPPING"
          }
          }}
        }
        """;

    // By the polynomial's table, other than the server does.
    private static uint CrcOf(byte[] bytes)
    {
        uint[] table = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate(
            (uint)i, (c, _) => (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];
        return ~bytes.Aggregate(uint.MaxValue, (c, one) => table[(c ^ one) & 0xFF] ^ (c >> 8));
    }

    private Task<Answered> VerifyAsync(Dictionary<string, string> header, JsonNode told) => _http.SendAsync(
        HttpMethod.Post,
        "v1/notifications/verify-webhook-signature",
        $$"""
        {
          "auth_algo": "{{header["PAYPAL-AUTH-ALGO"]}}", "cert_url": "{{header["PAYPAL-CERT-URL"]}}",
          "transmission_id": "{{header["PAYPAL-TRANSMISSION-ID"]}}", "transmission_sig": "{{header["PAYPAL-TRANSMISSION-SIG"]}}",
          "transmission_time": "{{header["PAYPAL-TRANSMISSION-TIME"]}}", "webhook_id": "{{_paypal.WebhookId}}",
          "webhook_event": {{told.ToJsonString()}}
        }
        """);

    private Task<Answered> CreateAsync(string? order = null, string? key = null) => _http.SendAsync(
        HttpMethod.Post,
        "v2/checkout/orders",
        order ?? Order("attempt-1"),
        [("Prefer", "return=representation"), .. key is null ? (ReadOnlySpan<(string, string)>)[] : [("PayPal-Request-Id", key)]]);

    private Task<Answered> CaptureAsync(string id, string key = "capture") =>
        _http.SendAsync(HttpMethod.Post, $"v2/checkout/orders/{id}/capture", "{}", ("PayPal-Request-Id", key + id));

    private Task<Answered> RefundAsync(string capture, string body, string key) => _http.SendAsync(
        HttpMethod.Post, $"v2/payments/captures/{capture}/refund", body, ("PayPal-Request-Id", key), ("Prefer", "return=representation"));

    private async Task<string> CapturedAsync()
    {
        string id = (await CreateAsync())["id"]!;
        _paypal.Find(id)!.Pay();
        return (await CaptureAsync(id)).Json["purchase_units"]![0]!["payments"]!["captures"]![0]!["id"]!.ToString();
    }
}
