using System.Text.Json.Nodes;
using WhatsCommerce.Payments;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Payments;

/// <summary>Payments in India: looked up, and given back once.</summary>
public class PaymentsClientTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfTheRoom()
    {
        using StubMeta meta =
            new(StubMeta.Ok("""{"payments":[]}"""), StubMeta.Ok("""{"id":"r1","status":"pending","speed_processed":"normal"}"""));
        using TestClient client = new(Meta, handler: meta);

        Assert.Null(await client.Client.Payments.FindAsync("orchard-upi", "order.71_a-2", Token));
        await client.Client.Payments.RefundAsync(new("order.71_a-2", "orchard-upi", new Money(12.5m, "INR")) { IsInstant = true }, Token);

        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Fact]
    public async Task RefundAsync_TheSameRefund_EqualsMetasExample()
    {
        JsonNode example = JsonNode.Parse(
            SharedMaterial.ReadJson("payments", "028-payments-reference-id-speed-payment-config-id-am--pg.json").GetRawText())!;
        using StubMeta meta =
            new(StubMeta.Ok(SharedMaterial.ReadJson("payments", "023-payments-id-status-speed-processed--pg.json").GetRawText()));
        using TestClient client = new(Meta, handler: meta);

        RefundReceipt receipt = await client.Client.Payments.RefundAsync(
            new((string)example["reference_id"]!, (string)example["payment_config_id"]!, new Money(1.00m, "INR")), Token);

        Assert.True(JsonNode.DeepEquals(example, JsonNode.Parse(meta.Requests[0].Body)), meta.Requests[0].Body);
        Assert.Equal(new RefundReceipt { Id = "refund-id", State = PaymentState.Pending, Speed = "normal" }, receipt);
    }

    [Fact]
    public async Task RefundAsync_NoAnswer_IsNotTriedAgain()
    {
        using StubMeta meta = new(StubMeta.Cut, StubMeta.Cut);
        using TestClient client = new(Meta, options => options.Retry.Enabled = true, handler: meta);

        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(
            () => client.Client.Payments.RefundAsync(new("order-71", "orchard-upi", new Money(12.5m, "INR")), Token));

        Assert.Single(meta.Requests);
        Assert.Contains("Look the payment up", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "orchard-upi", "12.5", "INR", "reference_id")]
    [InlineData("order/71", "orchard-upi", "12.5", "INR", "reference_id")]
    [InlineData("..", "orchard-upi", "12.5", "INR", "reference_id")]
    [InlineData("order-71", "", "12.5", "INR", "payment_config_id")]
    [InlineData("order-71", "orchard-upi", "0", "INR", "amount.value")]
    [InlineData("order-71", "orchard-upi", "-1", "INR", "amount.value")]
    [InlineData("order-71", "orchard-upi", "0.001", "INR", "amount.value")]
    [InlineData("order-71", "orchard-upi", "100", "JPY", "amount.currency")]
    [InlineData("order-71", "orchard-upi", "100", "", "amount.currency")]
    public async Task RefundAsync_WhatMustNotBeSent_IsNotSent(
        string reference, string configuration, string amount, string currency, string path)
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        RefundRequest refund =
            new(reference, configuration, new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency));

        WhatsCommerceValidationException exception =
            await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => client.Client.Payments.RefundAsync(refund, Token));

        Assert.Equal(path, Assert.Single(exception.Violations).Path);
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task FindAsync_PaymentWithTransactionsAndRefund_IsRead()
    {
        using StubMeta meta = new(StubMeta.Ok("""
            {"payments":[{"reference_id":"order-71","status":"captured","currency":"INR","amount":{"value":21000,"offset":100},
              "transactions":[
                {"id":"t1","type":"razorpay","status":"failed","error":{"code":"declined","reason":"no funds"},
                "created_timestamp":1720203204},
                {"id":"t2","pg_transaction_id":"pay_9","type":"razorpay","status":"success","method":{"type":"upi"},
                "created_timestamp":1720203204,"updated_timestamp":"1720203210"}],
              "refunds":[{"id":"r1","status":"success","speed_processed":"normal","amount":{"value":100,"offset":100},
              "created_timestamp":1720203204000}]}]}
            """));
        using TestClient client = new(Meta, handler: meta);

        OrderPayment? payment = await client.Client.Payments.FindAsync("orchard-upi", "order-71", Token);

        Assert.NotNull(payment);
        Assert.Equal((PaymentState.Captured, new Money(210m, "INR")), (payment.State, payment.Amount));
        Assert.Equal([("failed", "declined"), ("success", null)], payment.Transactions.Select(t => (t.State.ToString(), t.ErrorCode)));
        Assert.Equal(
            ("pay_9", "upi", DateTimeOffset.FromUnixTimeSeconds(1720203210)),
            (payment.Transactions[1].GatewayTransactionId, payment.Transactions[1].Method, payment.Transactions[1].UpdatedAt));
        OrderRefund refund = Assert.Single(payment.Refunds);
        Assert.Equal((new Money(1m, "INR"), DateTimeOffset.FromUnixTimeSeconds(1720203204)), (refund.Amount, refund.CreatedAt));
    }

    [Theory]
    [InlineData("1720203204", 1720203204000)]
    [InlineData("\"1720203204123\"", 1720203204123)]
    [InlineData("1720203204.5", 1720203204500)]
    [InlineData("\"2024-07-05T18:13:24+0000\"", 1720203204000)]
    [InlineData("\"2024-07-05T18:13:24\\u002b0000\"", 1720203204000)]
    [InlineData("16566147232", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("-1", null)]
    [InlineData("{\"seconds\":1}", null)]
    public async Task FindAsync_TimeInAnyWriting_IsReadOrAbsentAndSpoilsNothing(string time, long? milliseconds)
    {
        using StubMeta meta = new(StubMeta.Ok(
            $$$"""{"payments":[{"reference_id":"order-71","status":"captured","refunds":[{"id":"r1","created_timestamp":"""
                + $$$"""{{{time}}} }]}]}"""));
        using TestClient client = new(Meta, handler: meta);

        OrderPayment? payment = await client.Client.Payments.FindAsync("orchard-upi", "order-71", Token);

        Assert.Equal(milliseconds, Assert.Single(payment!.Refunds).CreatedAt?.ToUnixTimeMilliseconds());
    }

    [Theory, InlineData(7), InlineData(0), InlineData(-100)]
    public async Task FindAsync_OffsetThatMoneyHasNot_GivesNoAmount(int offset)
    {
        using StubMeta meta = new(StubMeta.Ok(FormattableString.Invariant($$$"""
            {"payments":[{"reference_id":"order-71","status":"captured","currency":"INR",
            "amount":{"value":21000,"offset":{{{offset}}}}}]}
            """)));
        using TestClient client = new(Meta, handler: meta);

        Assert.Null((await client.Client.Payments.FindAsync("orchard-upi", "order-71", Token))?.Amount);
    }
}
