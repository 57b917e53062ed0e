using System.Text.Json;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Orders that the app asks to be paid: the customer pays, and the app tells how they go on.</summary>
public sealed class OrderTests
{
    private const string Details = """
        {"messaging_product":"whatsapp","to":"+16505551234","type":"interactive","interactive":{"type":"order_details",
         "body":{"text":"Your order"},"action":{"name":"review_and_pay","parameters":{"reference_id":"order-17","type":"digital-goods",
         "payment_settings":[{"type":"payment_gateway","payment_gateway":{"type":"razorpay","configuration_name":"upi-shop"}}],
         "currency":"INR","total_amount":{"value":25000,"offset":100},"order":{"status":"pending",
         "items":[{"name":"Tea","amount":{"value":25000,"offset":100},"quantity":1}],
         "subtotal":{"value":25000,"offset":100},"tax":{"value":0,"offset":100}}}}}}
        """;

    [Fact]
    public async Task Pay_OrderOfAMessage_IsToldAndFound()
    {
        await using Stage stage = await Stage.StartAsync();
        string id = (await stage.PostAsync(Details)).Id;
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        await stage.Cloud.Customer("+16505551234").PayAsync("order-17", cancellationToken: Stage.Token);

        JsonElement status = stage.Statuses[^1];
        JsonElement payment = status.GetProperty("payment");
        Assert.Equal(
            (id, "payment", "captured", "16505551234"),
            (Text(status, "id"), Text(status, "type"), Text(status, "status"), Text(status, "recipient_id")));
        Assert.Equal(
            ("order-17", "INR", 25000),
            (
                Text(payment, "reference_id"),
                Text(payment, "currency"),
                payment.GetProperty("amount").GetProperty("value").GetInt32()));
        Assert.Equal("success", Text(payment.GetProperty("transaction"), "status"));
        Assert.Equal("payment success", stage.Told[^1]);
        Assert.DoesNotContain(
            WebhookParser.Parse(stage.Cloud.Deliveries[^1].Body).Events, e => e is UnknownEvent or MalformedEvent);
        Answer lookup = await stage.GetAsync($"{stage.Cloud.Options.PhoneNumberId}/payments/upi-shop/order-17");
        JsonElement found = lookup.Json.GetProperty("payments")[0];
        Assert.Equal("captured", Text(found, "status"));
    }

    [Fact]
    public async Task Pay_ThatFails_StaysPendingAndMayBeTriedAgain()
    {
        await using Stage stage = await Stage.StartAsync();
        (await stage.PostAsync(Details)).AssertAccepted();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        await pablo.PayAsync("order-17", succeeds: false, Stage.Token);
        JsonElement failed = stage.Statuses[^1];
        string? afterFailure = stage.Cloud.Payments.StatusOf("order-17");
        await pablo.PayAsync("order-17", cancellationToken: Stage.Token);

        Assert.Equal("pending", Text(failed, "status"));
        Assert.Equal("failed", Text(failed.GetProperty("payment").GetProperty("transaction"), "status"));
        Assert.Equal("captured", Text(stage.Statuses[^1], "status"));
        Assert.Equal(("failed", "captured"), (afterFailure, stage.Cloud.Payments.StatusOf("order-17")));
        Assert.Null(stage.Cloud.Payments.StatusOf("order-18"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => pablo.PayAsync("order-17", cancellationToken: Stage.Token));
        await Assert.ThrowsAsync<ArgumentException>(() => pablo.PayAsync("order-18", cancellationToken: Stage.Token));
    }

    [Theory]
    [InlineData("processing,shipped,completed,completed", 0), InlineData("shipped,partially_shipped,processing,canceled,canceled", 0)]
    [InlineData("completed,processing", 2046), InlineData("canceled,completed", 2046), InlineData("completed,canceled", 2046)]
    public async Task Status_AfterATerminalOne_Is2046(string statuses, int code)
    {
        await using Stage stage = await Stage.StartAsync();
        (await stage.PostAsync(Details)).AssertAccepted();

        string[] all = statuses.Split(',');
        foreach (string status in all[..^1])
        {
            (await stage.PostAsync(Status(status))).AssertAccepted();
        }

        Answer last = await stage.PostAsync(Status(all[^1]));
        Assert.Equal(code == 0 ? null : code, last.Code);
    }

    [Fact]
    public async Task Status_CanceledOfAPaidOrder_Is2047()
    {
        await using Stage stage = await Stage.StartAsync();
        (await stage.PostAsync(Details)).AssertAccepted();
        await stage.Cloud.Customer("+16505551234").PayAsync("order-17", cancellationToken: Stage.Token);

        (await stage.PostAsync(Status("canceled"))).AssertRefused(2047);
        (await stage.PostAsync(Status("shipped"))).AssertAccepted();
    }

    [Fact]
    public async Task Status_OfAnOrderThatNobodyKnows_IsTaken()
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostAsync(Status("completed"))).AssertAccepted();
        (await stage.PostAsync(Status("processing"))).AssertAccepted();
    }

    [Fact]
    public async Task Restart_OrderAndItsPayment_AreAsTheyWere()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory().FullName, "state");
        await using (Stage stage = await Stage.StartAsync(new() { StateFolder = folder }))
        {
            (await stage.PostAsync(Details)).AssertAccepted();
            await stage.Cloud.Customer("+16505551234").PayAsync("order-17", cancellationToken: Stage.Token);
        }

        await using Stage again = await Stage.StartAsync(new() { StateFolder = folder });

        (await again.PostAsync(Status("canceled"))).AssertRefused(2047);
    }

    private static string Status(string status) => $$"""
        {"messaging_product":"whatsapp","to":"+16505551234","type":"interactive",
        "interactive":{"type":"order_status","body":{"text":"News"},
         "action":{"name":"review_order","parameters":{"reference_id":"order-17","order":{"status":"{{status}}"} } } } }
        """;

    private static string? Text(JsonElement json, string member) => json.GetProperty(member).GetString();
}
