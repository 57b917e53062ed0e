using System.Net;
using System.Text;
using Stripe;
using Stripe.Checkout;
using WhatsCommerce.Testing.Tests;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Payments.Tests;

/// <summary>The local Stripe, asked by Stripe's own client, of which nothing is changed but the address.</summary>
public sealed class LocalStripeTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private LocalStripe _stripe = null!;
    private StripeClient _client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SessionService Sessions => new(_client);

    public async ValueTask InitializeAsync()
    {
        _stripe = await LocalStripe.StartAsync(new() { TimeProvider = _time }, Cancel);
        _client = ClientWith(_stripe.ApiKey);
    }

    public ValueTask DisposeAsync() => _stripe.DisposeAsync();

    [Fact]
    public async Task Create_CompleteRequest_IsWhatWasAskedFor()
    {
        Session made = await Sessions.CreateAsync(Purchase(), cancellationToken: Cancel);

        Assert.Equal("open", made.Status);
        Assert.Equal("unpaid", made.PaymentStatus);
        Assert.Equal(2 * 349 + 500, made.AmountTotal);
        Assert.Equal("usd", made.Currency);
        Assert.Equal("attempt-1", made.ClientReferenceId);
        Assert.Equal("order-1", made.Metadata["order"]);
        Assert.False(made.Livemode);
        Assert.Null(made.PaymentIntentId);
        Assert.StartsWith(_stripe.BaseAddress.AbsoluteUri, made.Url, StringComparison.Ordinal);
        Assert.Equal(new Money(11.98m, "USD"), _stripe.Find("attempt-1")!.Amount);
    }

    [Fact]
    public async Task Get_AfterPayment_IsPaidWithChargeInLedger()
    {
        Session made = await Sessions.CreateAsync(Purchase(), cancellationToken: Cancel);

        Assert.True(_stripe.Find(made.Id)!.Pay());

        Session paid = await Sessions.GetAsync(
            made.Id, new() { Expand = ["payment_intent.latest_charge", "line_items"] }, cancellationToken: Cancel);
        LocalCharge charge = Assert.Single(_stripe.Ledger.Charges);
        Assert.Equal("complete", paid.Status);
        Assert.Equal("paid", paid.PaymentStatus);
        Assert.Null(paid.Url);
        Assert.Equal("succeeded", paid.PaymentIntent.Status);
        Assert.Equal(charge.Id, paid.PaymentIntent.LatestCharge.Id);
        Assert.Equal("attempt-1", charge.Reference);
        Assert.Equal("Apples", paid.LineItems.Single().Description);
    }

    [Theory]
    [InlineData(LocalPaymentMistake.None, 1_198, "usd", "attempt-1")]
    [InlineData(LocalPaymentMistake.Amount, 1_298, "usd", "attempt-1")]
    [InlineData(LocalPaymentMistake.Currency, 1_198, "eur", "attempt-1")]
    [InlineData(LocalPaymentMistake.Reference, 1_198, "usd", "somebody-else")]
    public async Task Pay_WithAMistake_TellsAndBooksWhatWasTaken(LocalPaymentMistake mistake, long total, string currency, string reference)
    {
        Session made = await Sessions.CreateAsync(Purchase(), cancellationToken: Cancel);
        LocalCheckout checkout = _stripe.Find(made.Id)!;
        checkout.Mistake = mistake;

        checkout.Pay();

        Session paid = await Sessions.GetAsync(made.Id, cancellationToken: Cancel);
        LocalCharge charge = Assert.Single(_stripe.Ledger.Charges);
        Assert.Equal((total, currency, reference), (paid.AmountTotal, paid.Currency, paid.ClientReferenceId));
        Assert.Equal(Money.FromMinorUnits(total, currency.ToUpperInvariant()), charge.Amount);
        Assert.Equal("attempt-1", charge.Reference);
    }

    [Fact]
    public async Task Create_SameKeyTwice_IsOneSession()
    {
        RequestOptions key = new() { IdempotencyKey = "attempt-1" };

        Session first = await Sessions.CreateAsync(Purchase(), key, Cancel);
        Session second = await Sessions.CreateAsync(Purchase(), key, Cancel);

        Assert.Equal(first.Id, second.Id);
        Assert.Single(_stripe.Checkouts);
        Assert.Equal("true", second.StripeResponse.Headers.GetValues("Idempotent-Replayed").Single());
    }

    [Fact]
    public async Task Create_SameKeyOtherParameters_IsRefused()
    {
        RequestOptions key = new() { IdempotencyKey = "attempt-1" };
        await Sessions.CreateAsync(Purchase(), key, Cancel);
        SessionCreateOptions other = Purchase();
        other.LineItems[0].Quantity = 3;

        StripeException refused = await Assert.ThrowsAsync<StripeException>(() => Sessions.CreateAsync(other, key, Cancel));

        Assert.Equal("idempotency_error", refused.StripeError.Type);
        Assert.Single(_stripe.Checkouts);
    }

    [Fact]
    public async Task Create_SameKeyAfterADay_IsAnotherSession()
    {
        RequestOptions key = new() { IdempotencyKey = "attempt-1" };
        await Sessions.CreateAsync(Purchase(), key, Cancel);
        _time.Advance(TimeSpan.FromHours(24));

        await Sessions.CreateAsync(Purchase(), key, Cancel);

        Assert.Equal(2, _stripe.Checkouts.Count);
    }

    [Fact]
    public async Task Create_WhileTheSameKeyRuns_IsRefusedWith409()
    {
        RequestOptions key = new() { IdempotencyKey = "attempt-1" };
        _stripe.Faults.Next(EmulatedFault.SlowAnswer(TimeSpan.FromSeconds(30)));
        Task<Session> slow = Sessions.CreateAsync(Purchase(), key, Cancel);
        await Patiently.Until(() => _time.IsAwaited(wait => wait == TimeSpan.FromSeconds(30)));

        StripeException refused = await Assert.ThrowsAsync<StripeException>(() => Sessions.CreateAsync(Purchase(), key, Cancel));
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.Conflict, refused.HttpStatusCode);
        Assert.Equal((await slow).Id, (await Sessions.CreateAsync(Purchase(), key, Cancel)).Id);
    }

    [Fact]
    public async Task Create_ServerErrorAfterAcceptance_KeyHoldsTheError()
    {
        RequestOptions key = new() { IdempotencyKey = "attempt-1" };
        _stripe.Faults.Next(EmulatedFault.ServerError(FaultMoment.AfterAccepting));

        await Assert.ThrowsAsync<StripeException>(() => Sessions.CreateAsync(Purchase(), key, Cancel));
        StripeException again = await Assert.ThrowsAsync<StripeException>(() => Sessions.CreateAsync(Purchase(), key, Cancel));

        Assert.Equal(HttpStatusCode.InternalServerError, again.HttpStatusCode);
        Session listed = Assert.Single(await Sessions.ListAsync(cancellationToken: Cancel));
        Assert.Equal("attempt-1", listed.ClientReferenceId);
    }

    [Theory]
    [InlineData(FaultMoment.BeforeAccepting, 0)]
    [InlineData(FaultMoment.AfterAccepting, 1)]
    public async Task Create_ConnectionCut_SameKeyGivesOneSession(FaultMoment moment, int madeByTheFirst)
    {
        RequestOptions key = new() { IdempotencyKey = "attempt-1" };
        _stripe.Faults.Next(EmulatedFault.ConnectionCut(moment));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Sessions.CreateAsync(Purchase(), key, Cancel));
        Assert.Equal(madeByTheFirst, _stripe.Checkouts.Count);
        await Sessions.CreateAsync(Purchase(), key, Cancel);

        Assert.Single(_stripe.Checkouts);
    }

    [Fact]
    public async Task Create_SameKeyAtOnceAfterTheConnectionWasCut_IsNotInUse()
    {
        for (int i = 0; i < 200; i++)
        {
            RequestOptions key = new() { IdempotencyKey = $"attempt-{i}" };
            _stripe.Faults.Next(EmulatedFault.ConnectionCut(FaultMoment.AfterAccepting));
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => Sessions.CreateAsync(Purchase(), key, Cancel));

            await Sessions.CreateAsync(Purchase(), key, Cancel);
        }

        Assert.Equal(200, _stripe.Checkouts.Count);
    }

    [Fact]
    public async Task Create_TooManyRequests_IsRefusedBeforeAnythingIsMade()
    {
        _stripe.Faults.Next(EmulatedFault.TooManyRequests(TimeSpan.FromSeconds(2)));

        StripeException refused = await Assert.ThrowsAsync<StripeException>(
            () => Sessions.CreateAsync(Purchase(), cancellationToken: Cancel));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.HttpStatusCode);
        Assert.Empty(_stripe.Checkouts);
    }

    [Fact]
    public async Task Create_WrongKey_Is401()
    {
        SessionService sessions = new(ClientWith("sk_test_wrong"));

        StripeException refused = await Assert.ThrowsAsync<StripeException>(
            () => sessions.CreateAsync(Purchase(), cancellationToken: Cancel));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.HttpStatusCode);
    }

    [Theory]
    [InlineData("usd", 49, "amount_too_small")]
    [InlineData("kwd", 1005, "parameter_invalid_integer")]
    [InlineData("isk", 50_050, "parameter_invalid_integer")]
    [InlineData("ugx", 50_050, "parameter_invalid_integer")]
    public async Task Create_AmountThatTheCurrencyDoesNotHave_IsRefused(string currency, long amount, string code)
    {
        StripeException refused = await Assert.ThrowsAsync<StripeException>(
            () => Sessions.CreateAsync(Simple(currency, amount), cancellationToken: Cancel));

        Assert.Equal(code, refused.StripeError.Code);
    }

    [Theory]
    [InlineData("jpy", 500, 500)]
    [InlineData("isk", 50_000, 500)]
    [InlineData("kwd", 1_500, 1.5)]
    [InlineData("huf", 50_000, 500)]
    public async Task Create_Currency_HasStripesDigits(string currency, long amount, double whole)
    {
        Session made = await Sessions.CreateAsync(Simple(currency, amount), cancellationToken: Cancel);

        Assert.Equal((decimal)whole, _stripe.Find(made.Id)!.Amount.Amount);
    }

    [Fact]
    public async Task Create_OverAHundredLines_IsRefused()
    {
        SessionCreateOptions many = Simple("usd", 100);
        many.LineItems = [.. Enumerable.Repeat(many.LineItems[0], 101)];

        StripeException refused = await Assert.ThrowsAsync<StripeException>(() => Sessions.CreateAsync(many, cancellationToken: Cancel));

        Assert.Equal("line_items", refused.StripeError.Param);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(25 * 60)]
    public async Task Create_ExpiryOutOfBounds_IsRefused(int minutes)
    {
        SessionCreateOptions options = Purchase();
        options.ExpiresAt = _time.GetUtcNow().UtcDateTime.AddMinutes(minutes);

        StripeException refused = await Assert.ThrowsAsync<StripeException>(
            () => Sessions.CreateAsync(options, cancellationToken: Cancel));

        Assert.Equal("expires_at", refused.StripeError.Param);
    }

    [Fact]
    public async Task Create_UnknownParameter_IsRefused()
    {
        SessionCreateOptions options = Purchase();
        options.AddExtraParam("expire_at", "1");

        StripeException refused = await Assert.ThrowsAsync<StripeException>(
            () => Sessions.CreateAsync(options, cancellationToken: Cancel));

        Assert.Equal("parameter_unknown", refused.StripeError.Code);
    }

    [Fact]
    public async Task Expire_Open_CannotBePaidAnyMore()
    {
        Session made = await Sessions.CreateAsync(Purchase(), cancellationToken: Cancel);

        Session expired = await Sessions.ExpireAsync(made.Id, cancellationToken: Cancel);

        Assert.Equal("expired", expired.Status);
        Assert.False(_stripe.Find(made.Id)!.Pay());
        Assert.Empty(_stripe.Ledger.Charges);
    }

    [Fact]
    public async Task Expire_Paid_IsRefused()
    {
        Session made = await Sessions.CreateAsync(Purchase(), cancellationToken: Cancel);
        _stripe.Find(made.Id)!.Pay();

        StripeException refused = await Assert.ThrowsAsync<StripeException>(
            () => Sessions.ExpireAsync(made.Id, cancellationToken: Cancel));

        Assert.Equal(HttpStatusCode.BadRequest, refused.HttpStatusCode);
        Assert.Equal("complete", (await Sessions.GetAsync(made.Id, cancellationToken: Cancel)).Status);
    }

    [Fact]
    public async Task Get_TimeIsOver_IsExpired()
    {
        Session made = await Sessions.CreateAsync(Purchase(), cancellationToken: Cancel);
        _time.Advance(TimeSpan.FromHours(24));

        Assert.Equal("expired", (await Sessions.GetAsync(made.Id, cancellationToken: Cancel)).Status);
        Assert.False(_stripe.Find(made.Id)!.Pay());
    }

    [Fact]
    public async Task PayDelayed_Confirmed_IsPaidOnlyThen()
    {
        Session made = await Sessions.CreateAsync(Purchase(), cancellationToken: Cancel);
        LocalCheckout checkout = _stripe.Find(made.Id)!;

        Assert.True(checkout.PayDelayed());
        Session pending = await Sessions.GetAsync(made.Id, cancellationToken: Cancel);
        Assert.Empty(_stripe.Ledger.Charges);
        Assert.True(checkout.Confirm());
        Session paid = await Sessions.GetAsync(made.Id, cancellationToken: Cancel);

        Assert.Equal(("complete", "unpaid"), (pending.Status, pending.PaymentStatus));
        Assert.Equal(("complete", "paid"), (paid.Status, paid.PaymentStatus));
        Assert.Single(_stripe.Ledger.Charges);
    }

    [Fact]
    public async Task Refund_InParts_NeverMoreThanWasPaid()
    {
        string intent = await PaidAsync();
        RefundService refunds = new(_client);

        await refunds.CreateAsync(new() { PaymentIntent = intent, Amount = 500 }, new() { IdempotencyKey = "r-1" }, Cancel);
        await refunds.CreateAsync(new() { PaymentIntent = intent, Amount = 500 }, new() { IdempotencyKey = "r-1" }, Cancel);
        await Assert.ThrowsAsync<StripeException>(
            () => refunds.CreateAsync(new() { PaymentIntent = intent, Amount = 1_000 }, cancellationToken: Cancel));
        Refund rest = await refunds.CreateAsync(new() { PaymentIntent = intent }, cancellationToken: Cancel);
        StripeException none = await Assert.ThrowsAsync<StripeException>(
            () => refunds.CreateAsync(new() { PaymentIntent = intent }, cancellationToken: Cancel));

        Assert.Equal(698, rest.Amount);
        Assert.Equal("succeeded", rest.Status);
        Assert.Equal("charge_already_refunded", none.StripeError.Code);
        Assert.Equal(2, (await refunds.ListAsync(new() { PaymentIntent = intent }, cancellationToken: Cancel)).Data.Count);
        LocalCharge charge = Assert.Single(_stripe.Ledger.Charges);
        Assert.Equal(charge.Amount, charge.Refunded);
    }

    [Fact]
    public async Task Refund_KeptPending_IsReadBackUntilDone()
    {
        string intent = await PaidAsync();
        RefundService refunds = new(_client);
        _stripe.KeepsRefundsPending = true;

        Refund made = await refunds.CreateAsync(new() { PaymentIntent = intent }, cancellationToken: Cancel);
        _stripe.CompleteRefund(made.Id, succeeds: false);

        Assert.Equal("pending", made.Status);
        Assert.Equal("failed", (await refunds.GetAsync(made.Id, cancellationToken: Cancel)).Status);
        Assert.Equal(0, _stripe.Ledger.Charges[0].Refunded.Amount);
    }

    [Fact]
    public async Task Dashboard_RefundAndDispute_AreReadBack()
    {
        string intent = await PaidAsync();
        LocalCharge charge = _stripe.Ledger.Charges[0];

        _stripe.RefundInDashboard(charge.Id, 1m);
        LocalDispute dispute = _stripe.Dispute(charge.Id);
        PaymentIntent read = await new PaymentIntentService(_client).GetAsync(
            intent, new() { Expand = ["latest_charge"] }, cancellationToken: Cancel);
        _stripe.CloseDispute(dispute.Id, isWon: false);

        Assert.Equal(100, read.LatestCharge.AmountRefunded);
        Assert.True(read.LatestCharge.Disputed);
        Assert.Equal("lost", (await new DisputeService(_client).GetAsync(dispute.Id, cancellationToken: Cancel)).Status);
    }

    [Fact]
    public async Task Webhook_Payment_IsReadByStripesOwnReader()
    {
        await using Callback shop = await Callback.StartAsync();
        List<string> signatures = [];
        shop.OnPost = (http, _) =>
        {
            signatures.Add(http.Request.Headers["Stripe-Signature"].ToString());
            return Task.CompletedTask;
        };
        _stripe.Webhooks.Connect(shop.Address);
        Session made = await Sessions.CreateAsync(Purchase(), cancellationToken: Cancel);

        _stripe.Find(made.Id)!.Pay();
        await Patiently.Wait(_stripe.Webhooks.WhenQuietAsync(Cancel));

        Event last = EventUtility.ConstructEvent(
            shop.Posts[^1].Text, signatures[^1], _stripe.WebhookSecret, 300, _time.GetUtcNow().ToUnixTimeSeconds());
        Session told = Assert.IsType<Session>(last.Data.Object);
        Assert.Equal(EventTypes.CheckoutSessionCompleted, last.Type);
        Assert.Equal((made.Id, "paid", "attempt-1"), (told.Id, told.PaymentStatus, told.ClientReferenceId));
        Assert.All(_stripe.Webhooks.Deliveries, delivery => Assert.True(delivery.IsTaken));
        Assert.Equal(
            ["charge.succeeded", "payment_intent.succeeded", "checkout.session.completed"],
            _stripe.Webhooks.Deliveries.Select(delivery => delivery.Type));
    }

    [Fact]
    public void Signature_PublishedVector_IsTheSame() => Assert.Equal(
        "t=1700000000,v1=c89214b5b5da833daed6f0b8c5bb6bd58cea9022bd80ccc78230f3942d632925",
        LocalStripe.Signature("""{"id":"evt_1"}"""u8, "whsec_test", DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)));

    [Theory]
    [InlineData("""[[[[""")]
    [InlineData("a[b]=1&a=2&a[b][c]=3")]
    [InlineData("line_items[0]=x&mode=payment&success_url=https://a.example")]
    [InlineData(
        "mode=payment&success_url=https://a.b&line_items[0][quantity]=99999999999999999999&line_items[0][price_data][currency]=usd")]
    [InlineData("")]
    public async Task Create_NonsenseInTheForm_IsRefusedWith400(string form)
    {
        using HttpClient http = new(new SocketsHttpHandler());
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(_stripe.BaseAddress, "v1/checkout/sessions"));
        request.Headers.Authorization = new("Bearer", _stripe.ApiKey);
        request.Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");

        using HttpResponseMessage answer = await http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static SessionCreateOptions Purchase() => new()
    {
        Mode = "payment",
        ClientReferenceId = "attempt-1",
        SuccessUrl = "https://shop.example/return/attempt-1?session={CHECKOUT_SESSION_ID}",
        CancelUrl = "https://shop.example/cancel/attempt-1",
        Metadata = new() { ["order"] = "order-1" },
        PaymentIntentData = new() { Metadata = new() { ["order"] = "order-1" } },
        LineItems =
        [
            new() { Quantity = 2, PriceData = new() { Currency = "usd", UnitAmount = 349, ProductData = new() { Name = "Apples" } } },
        ],
        ShippingOptions =
        [
            new()
            {
                ShippingRateData = new()
                {
                    DisplayName = "Courier",
                    Type = "fixed_amount",
                    FixedAmount = new() { Amount = 500, Currency = "usd" },
                },
            },
        ],
    };

    private static SessionCreateOptions Simple(string currency, long amount) => new()
    {
        Mode = "payment",
        SuccessUrl = "https://shop.example/return",
        LineItems =
        [
            new() { Quantity = 1, PriceData = new() { Currency = currency, UnitAmount = amount, ProductData = new() { Name = "Apples" } } },
        ],
    };

    private StripeClient ClientWith(string key) => new(
        key,
        apiBase: _stripe.BaseAddress.AbsoluteUri.TrimEnd('/'),
        httpClient: new SystemNetHttpClient(new HttpClient(new SocketsHttpHandler()), maxNetworkRetries: 0, enableTelemetry: false));

    private async Task<string> PaidAsync()
    {
        Session made = await Sessions.CreateAsync(Purchase(), cancellationToken: Cancel);
        _stripe.Find(made.Id)!.Pay();
        return (await Sessions.GetAsync(made.Id, cancellationToken: Cancel)).PaymentIntentId;
    }
}
