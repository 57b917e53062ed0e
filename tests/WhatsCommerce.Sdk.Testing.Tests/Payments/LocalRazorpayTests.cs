using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests.Payments;

/// <summary>The local Razorpay, asked by requests that are written out as Razorpay's pages have them.</summary>
public sealed class LocalRazorpayTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private LocalRazorpay _razorpay = null!;
    private ProviderHttp _http = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _razorpay = await LocalRazorpay.StartAsync(new() { TimeProvider = _time }, Cancel);
        _http = new(_razorpay) { Authorization = ProviderHttp.Basic(_razorpay.KeyId, _razorpay.KeySecret) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _razorpay.DisposeAsync();
    }

    [Fact]
    public async Task Create_WrongSecret_Is401()
    {
        _http.Authorization = ProviderHttp.Basic(_razorpay.KeyId, "wrong");

        Assert.Equal(401, (await CreateAsync()).Status);
    }

    [Fact]
    public async Task Create_CompleteLink_LeadsToThePage()
    {
        Answered made = await CreateAsync();

        Assert.Equal(("created", "attempt-1", "INR"), (made["status"], made["reference_id"], made["currency"]));
        Assert.Equal(_razorpay.Find("attempt-1")!.Page.AbsoluteUri, made["short_url"]);
        Assert.Equal(new Money(250m, "INR"), _razorpay.Find("attempt-1")!.Amount);
        Assert.Null(made.Json["payments"]);
    }

    [Fact]
    public async Task Create_SameReference_IsRefusedAndFoundByIt()
    {
        string id = (await CreateAsync())["id"]!;

        Answered refused = await CreateAsync();
        Answered found = await _http.GetAsync("v1/payment_links?reference_id=attempt-1");

        Assert.Equal(400, refused.Status);
        Assert.Contains("already exists", refused.Description, StringComparison.Ordinal);
        Assert.Equal(id, Assert.Single(found.Json["payment_links"]!.AsArray())!["id"]!.ToString());
    }

    [Fact]
    public async Task Pay_Link_IsPaidWithItsPayment()
    {
        string id = (await CreateAsync())["id"]!;

        Assert.True(_razorpay.Find(id)!.Pay());
        Assert.False(_razorpay.Find(id)!.Pay());

        Answered read = await _http.GetAsync($"v1/payment_links/{id}");
        LocalCharge charge = Assert.Single(_razorpay.Ledger.Charges);
        Assert.Equal(("paid", charge.Id), (read["status"], read.Json["payments"]![0]!["payment_id"]!.ToString()));
        Assert.Equal("captured", (await _http.GetAsync($"v1/payments/{charge.Id}"))["status"]);
    }

    [Fact]
    public async Task Decline_Link_CanBePaidAfterwards()
    {
        string id = (await CreateAsync())["id"]!;

        _razorpay.Find(id)!.Decline();

        Assert.Equal("created", (await _http.GetAsync($"v1/payment_links/{id}"))["status"]);
        Assert.True(_razorpay.Find(id)!.Pay());
    }

    [Fact]
    public async Task Cancel_Created_CannotBePaidAnyMore()
    {
        string id = (await CreateAsync())["id"]!;

        Answered cancelled = await CancelAsync(id);

        Assert.Equal("cancelled", cancelled["status"]);
        Assert.False(_razorpay.Find(id)!.Pay());
        Assert.Equal(400, (await CancelAsync(id)).Status);
    }

    [Fact]
    public async Task Cancel_Paid_IsRefused()
    {
        string id = (await CreateAsync())["id"]!;
        _razorpay.Find(id)!.Pay();

        Assert.Equal(400, (await CancelAsync(id)).Status);
        Assert.Equal("paid", (await _http.GetAsync($"v1/payment_links/{id}"))["status"]);
    }

    [Fact]
    public async Task Cancel_WhilePaymentIsPending_BringsNoMoney()
    {
        string id = (await CreateAsync())["id"]!;
        _razorpay.Find(id)!.PayDelayed();

        Assert.Equal("cancelled", (await CancelAsync(id))["status"]);
        Assert.False(_razorpay.Find(id)!.Confirm());

        Assert.Empty(_razorpay.Ledger.Charges);
    }

    [Fact]
    public async Task Get_TimeIsOver_IsExpired()
    {
        long until = _time.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
        string id = (await CreateAsync(Link("attempt-1", FormattableString.Invariant($"\"expire_by\": {until},"))))["id"]!;
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("expired", (await _http.GetAsync($"v1/payment_links/{id}"))["status"]);
        Assert.False(_razorpay.Find(id)!.Pay());
    }

    [Theory]
    [InlineData("""{"amount":99,"currency":"INR"}""")]
    [InlineData("""{"amount":"250","currency":"INR"}""")]
    [InlineData("""{"amount":2.5,"currency":"INR"}""")]
    [InlineData("""{"amount":1005,"currency":"KWD"}""")]
    [InlineData("""{"amount":1000,"currency":"inr"}""")]
    [InlineData("""{"amount":1000,"reference_id":"12345678901234567890123456789012345678901"}""")]
    [InlineData("""{"amount":1000,"callback_url":"https://shop.example"}""")]
    [InlineData("""{"amount":1000,"accept_partial":true}""")]
    [InlineData("""{"currency":"INR"}""")]
    [InlineData("{")]
    public async Task Create_WhatRazorpayDoesNotTake_IsRefusedWith400(string body) => Assert.Equal(400, (await CreateAsync(body)).Status);

    [Fact]
    public async Task Create_CutAfterAcceptance_IsFoundByReference()
    {
        _razorpay.Faults.Next(EmulatedFault.ConnectionCut(FaultMoment.AfterAccepting));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => CreateAsync());

        Answered found = await _http.GetAsync("v1/payment_links?reference_id=attempt-1");
        Assert.Single(found.Json["payment_links"]!.AsArray());
    }

    [Fact]
    public async Task Refund_SameKey_IsOneRefund()
    {
        string payment = await PaidAsync();

        Answered first = await RefundAsync(payment, """{"amount":5000}""", "refund-0001");
        Answered same = await RefundAsync(payment, """{"amount":5000}""", "refund-0001");
        Answered other = await RefundAsync(payment, """{"amount":6000}""", "refund-0001");
        Answered over = await RefundAsync(payment, """{"amount":20001}""", "refund-0002");
        Answered rest = await RefundAsync(payment, "{}", "refund-0003");

        Assert.Equal(first["id"], same["id"]);
        Assert.Equal("Different request body sent for the same Idempotency Header", other.Description);
        Assert.Equal((400, "20000"), (over.Status, rest["amount"]));
        Assert.Equal("refunded", (await _http.GetAsync($"v1/payments/{payment}"))["status"]);
        Assert.Equal(2, (await _http.GetAsync($"v1/payments/{payment}/refunds")).Json["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("has spaces in it")]
    public async Task Refund_KeyThatIsNone_IsRefused(string key) =>
        Assert.Equal(400, (await RefundAsync(await PaidAsync(), "{}", key)).Status);

    [Fact]
    public async Task Return_AfterPayment_IsSignedWithTheKey()
    {
        string id = (await CreateAsync())["id"]!;
        LocalCheckout link = _razorpay.Find(id)!;
        Assert.Null(link.ReturnAddress);
        link.Pay();

        Dictionary<string, Microsoft.Extensions.Primitives.StringValues> query = QueryHelpers.ParseQuery(link.ReturnAddress!.Query);

        Assert.Equal("paid", query["razorpay_payment_link_status"]);
        Assert.Equal(
            LocalRazorpay.Signature(Encoding.UTF8.GetBytes($"{id}|attempt-1|paid|{link.Charge!.Id}"), _razorpay.KeySecret),
            query["razorpay_signature"]);
    }

    [Theory]
    [InlineData("secret", """{"event":"payment_link.paid"}""", "123a9c1c67a9966178fe8b329e5ae07aa89395319ca607382f4ca811de93c36c")]
    [InlineData("key_secret", "plink_1|order-42|paid|pay_1", "7fa9a4d7ab787820fee14bc994823bd900016a0c40ed98b9d2be028a6227266e")]
    [InlineData("key_secret", "order_1|pay_1", "dd0f51ec9e75790ad1f7cc8e1a83d12f0a58a9641601a3cffa5c695972543c82")]
    public void Signature_PublishedVectors_AreTheSame(string secret, string signed, string signature) =>
        Assert.Equal(signature, LocalRazorpay.Signature(Encoding.UTF8.GetBytes(signed), secret));

    [Fact]
    public async Task Webhook_Repeated_KeepsTheSecretThatItBeganWith()
    {
        await using Callback shop = await Callback.StartAsync();
        List<(string Signature, string Id)> headers = [];
        shop.OnPost = (http, _) =>
        {
            headers.Add((http.Request.Headers["X-Razorpay-Signature"].ToString(), http.Request.Headers["x-razorpay-event-id"].ToString()));
            return Task.CompletedTask;
        };
        _razorpay.Webhooks.Connect(shop.Address);
        string secret = _razorpay.WebhookSecret;
        await PaidAsync();
        await Patiently.Wait(_razorpay.Webhooks.WhenQuietAsync(Cancel));
        _razorpay.WebhookSecret = "another";

        _razorpay.Webhooks.Repeat(_razorpay.Webhooks.Deliveries[^1]);
        await Patiently.Wait(_razorpay.Webhooks.WhenQuietAsync(Cancel));

        JsonNode told = JsonNode.Parse(shop.Posts[^1].Body)!;
        Assert.Equal("payment_link.paid", told["event"]!.ToString());
        Assert.Equal("attempt-1", told["payload"]!["payment_link"]!["entity"]!["reference_id"]!.ToString());
        Assert.Equal(LocalRazorpay.Signature(shop.Posts[^1].Body, secret), headers[^1].Signature);
        Assert.Equal(headers[^2], headers[^1]);
    }

    private static string Link(string reference, string more = "") => $$"""
        {
          "amount": 25000, "currency": "INR", {{more}} "reference_id": "{{reference}}", "description": "Two apples",
          "notify": {"sms": false, "email": false}, "reminder_enable": false, "notes": {"order": "order-1"},
          "callback_url": "https://shop.example/return/{{reference}}", "callback_method": "get"
        }
        """;

    private Task<Answered> CreateAsync(string? link = null) =>
        _http.SendAsync(HttpMethod.Post, "v1/payment_links", link ?? Link("attempt-1"));

    private Task<Answered> CancelAsync(string id) => _http.SendAsync(HttpMethod.Post, $"v1/payment_links/{id}/cancel", "{}");

    private Task<Answered> RefundAsync(string payment, string body, string key) =>
        _http.SendAsync(HttpMethod.Post, $"v1/payments/{payment}/refund", body, ("X-Refund-Idempotency", key));

    private async Task<string> PaidAsync()
    {
        string id = (await CreateAsync())["id"]!;
        _razorpay.Find(id)!.Pay();
        return _razorpay.Find(id)!.Charge!.Id;
    }
}
