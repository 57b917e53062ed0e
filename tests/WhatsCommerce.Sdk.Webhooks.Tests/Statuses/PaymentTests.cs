using System.Globalization;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Statuses;

/// <summary>Statuses of payments.</summary>
public sealed class PaymentTests
{
    private const string Transaction = """
        {"id":"order-71","pg_transaction_id":"pay-71","type":"razorpay","status":"failed","created_timestamp":1762426700,
        "updated_timestamp":"1762426710","method":{"type":"upi"},"error":{"code":"E1","reason":"No funds"}}
        """;

    [Fact]
    public void Parse_Payment_HasEveryValue()
    {
        StatusEvent status =
            Parse(
                $$"""{"reference_id":"cart-71","amount":{"value":21050,"offset":100},"currency":"INR","receipt":"r-71","transaction":"""
                    + $$"""{{Transaction}}}""");
        Payment payment = status.Payment!;
        PaymentTransaction transaction = payment.Transaction!;

        Assert.Equal(("payment", MessageStatus.Captured), (status.Type, status.Status));
        Assert.Equal(("cart-71", new Money(210.50m, "INR"), "r-71"), (payment.ReferenceId, payment.Amount, payment.Receipt));
        Assert.Equal(
            ("order-71", "pay-71", "razorpay", "upi"), (transaction.Id, transaction.GatewayId, transaction.Type, transaction.Method));
        Assert.Equal((TransactionStatus.Failed, "E1", "No funds"), (transaction.Status, transaction.ErrorCode, transaction.ErrorReason));
        Assert.Equal(
            (DateTimeOffset.FromUnixTimeSeconds(1762426700), DateTimeOffset.FromUnixTimeSeconds(1762426710)),
            (transaction.CreatedAt, transaction.UpdatedAt));
        Assert.Empty(payment.AdditionalProperties);
        Assert.Empty(transaction.AdditionalProperties);
    }

    [Theory]
    [InlineData(1, "21050")]
    [InlineData(10, "2105")]
    [InlineData(100, "210.5")]
    [InlineData(1000, "21.05")]
    [InlineData(10000, "2.105")]
    public void Parse_Amount_IsDividedByItsOffset(int offset, string amount) => Assert.Equal(
        new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), "INR"),
        Parse($$$"""{"amount":{"value":21050,"offset":{{{offset}}}},"currency":"INR"}""").Payment!.Amount);

    [Fact]
    public void Parse_Refund_IsInTheCurrencyOfThePayment()
    {
        Payment payment = Parse("""
            {"refunds":[{"id":"f-1","amount":{"value":"100","offset":"100"},"speed_processed":"instant","status":"success",
            "created_timestamp":1,"updated_timestamp":2}],"amount":{"value":"100","offset":"100"},"currency":"INR"}
            """).Payment!;
        PaymentRefund refund = Assert.Single(payment.Refunds);

        Assert.Empty(payment.AdditionalProperties);

        Assert.Equal(
            ("f-1", new Money(1m, "INR"), "instant", TransactionStatus.Success), (refund.Id, refund.Amount, refund.Speed, refund.Status));
        Assert.Equal(
            (DateTimeOffset.UnixEpoch.AddSeconds(1), DateTimeOffset.UnixEpoch.AddSeconds(2)), (refund.CreatedAt, refund.UpdatedAt));
    }

    [Fact]
    public void Parse_RefundsOfWhichSomeSayNothing_HasTheOthersAndIsKept()
    {
        Payment payment = Parse("""{"refunds":[7,[{"id":"f-0"}],{"id":"f-1"},{},{"id":"f-2"}]}""").Payment!;

        Assert.Equal(["f-1", "f-2"], payment.Refunds.Select(refund => refund.Id));
        Assert.Equal(["refunds"], payment.AdditionalProperties.Select(member => member.Key));
    }

    [Fact]
    public void Parse_NotesOfAnyGateway_StandUnderTheirNames()
    {
        Payment payment =
            Parse("""{"notes":{"shop":"north","till":null},"udf1":"one","udf2":null,"additional_info7":7}""").Payment!;

        Assert.Equal(
            new Dictionary<string, string> { ["shop"] = "north", ["udf1"] = "one", ["additional_info7"] = "7" }, payment.Notes);
        Assert.Empty(payment.AdditionalProperties);
    }

    [Fact]
    public void Parse_NotesThatAreNoTexts_AreKeptUnderTheirPath()
    {
        Payment payment = Parse("""{"notes":{"shop":{"town":["Yakima"]},"till":"4"},"udf1":[1]}""").Payment!;

        Assert.Equal(new Dictionary<string, string> { ["till"] = "4" }, payment.Notes);
        Assert.Equal(["notes.shop", "udf1"], payment.AdditionalProperties.Select(member => member.Key));
    }

    [Theory]
    [InlineData("""{"amount":{"value":100,"offset":100}}""", "amount")]
    [InlineData("""{"amount":{"value":100},"currency":"INR"}""", "amount,currency")]
    [InlineData("""{"amount":{"value":100,"offset":0},"currency":"INR"}""", "amount,currency")]
    [InlineData("""{"amount":{"value":"much","offset":100},"currency":"INR"}""", "amount,currency")]
    [InlineData("""{"amount":210,"currency":"INR"}""", "amount,currency")]
    [InlineData("""{"refunds":7,"transaction":8,"notes":9,"new":{}}""", "transaction,notes,new,refunds")]
    public void Parse_PartsThatDoNotFit_AreKept(string payment, string kept)
    {
        Payment read = Parse(payment).Payment!;

        Assert.Null(read.Amount);
        Assert.Equal(kept, string.Join(',', read.AdditionalProperties.Select(pair => pair.Key)));
    }

    [Fact]
    public void Parse_AmountThatSaysMore_IsReadAndKept()
    {
        Payment payment = Parse("""{"amount":{"value":100,"offset":100,"tax":5},"currency":"INR"}""").Payment!;

        Assert.Equal(new Money(1m, "INR"), payment.Amount);
        Assert.True(payment.AdditionalProperties.Contains("amount"));
    }

    [Fact]
    public void Parse_PaymentThatIsNoObject_IsKept() => Assert.True(Parse("7").AdditionalProperties.Contains("payment"));

    [Fact]
    public void Identity_OfPayments_DiffersByTransactionAndState()
    {
        string?[] identities =
        [
            .. ((string[])[
                """{"transaction":{"id":"1","status":"pending"}}""",
                """{"transaction":{"id":"1","status":"success"}}""",
                """{"transaction":{"id":"2","status":"success"}}""",
                """{"transaction":{"id":"1","status":"success"},"refunds":[{"id":"f","status":"pending"}]}""",
                """{"transaction":{"id":"1","status":"success"},"refunds":[{"id":"f","status":"success"}]}""",
            ]).Select(payment => Parse(payment).Identity),
        ];

        Assert.Equal(identities.Length, identities.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("status/wamid.sent/captured/16505550142/1/success", identities[1]);
    }

    [Fact]
    public void ToString_OfAPayment_NamesItsStateOnly() =>
        Assert.EndsWith(
            "Payment = Payment { ReferenceId = cart-71, Transaction = order-71, TransactionStatus = failed, Refunds = 0 } }",
            Parse($$"""{"reference_id":"cart-71","notes":{"name":"Ann"},"transaction":{{Transaction}}}""").ToString(),
            StringComparison.Ordinal);

    private static StatusEvent Parse(string payment) =>
        Bodies.ParseOne<StatusEvent>(Bodies.Statuses(Bodies.Status($",\"type\":\"payment\",\"payment\":{payment.Trim()}", "captured")));
}
