using System.Text.Json;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Payments over the wire: looked up by configuration and reference id, and given back.</summary>
public sealed class PaymentTests
{
    [Fact]
    public async Task Read_PaymentThatIsCaptured_ShowsItsTransaction()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Payments.Add("upi-shop", "order-17", new Money(250.50m, "INR"));

        JsonElement before = Only(await shop.Get($"{Shop.Number}/payments/upi-shop/order-17"));
        shop.Pass();
        shop.Cloud.Payments.Capture("order-17");
        JsonElement after = Only(await shop.Get($"{Shop.Number}/payments/upi-shop/order-17"));

        Assert.Equal(
            ("pending", "INR", 25050, 100),
            (before.GetProperty("status").GetString(), before.GetProperty("currency").GetString(), before.GetProperty("amount")
                .GetProperty("value")
                .GetInt32(), before.GetProperty("amount").GetProperty("offset").GetInt32()));
        JsonElement transaction = after.GetProperty("transactions")[0];
        Assert.Equal(("captured", "success"), (after.GetProperty("status").GetString(), transaction.GetProperty("status").GetString()));
        Assert.Equal(30, transaction.GetProperty("updated_timestamp").GetInt64() - transaction.GetProperty("created_timestamp").GetInt64());
    }

    [Fact]
    public async Task Read_UnknownReferenceOrOtherConfiguration_Gives100()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Payments.Add("upi-shop", "order-17", new Money(250m, "INR"));

        (await shop.Get($"{Shop.Number}/payments/upi-shop/order-18")).AssertRefused(100);
        (await shop.Get($"{Shop.Number}/payments/another/order-17")).AssertRefused(100);
        (await shop.Get($"{Shop.Number}/payments/upi-shop/order-17/more")).AssertRefused(2500);
    }

    [Fact]
    public async Task Refund_OfACapturedPayment_GivesBackNoMoreThanWasPaid()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Payments.Add("upi-shop", "order-17", new Money(250m, "INR"));

        (await Refund(shop, "100")).AssertRefused(100);
        shop.Cloud.Payments.Capture("order-17");
        Answer refund = await Refund(shop, "20000");
        (await Refund(shop, "5001")).AssertRefused(100);
        (await Refund(shop, "5000")).AssertAccepted();

        Assert.Equal(("pending", "normal"), (refund.Text("status"), refund.Text("speed_processed")));
        Assert.Equal(2, Only(await shop.Get($"{Shop.Number}/payments/upi-shop/order-17")).GetProperty("refunds").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"payment_config_id":"c","amount":{"currency":"INR","value":"1","offset":"100"} }""")]
    [InlineData("""{"reference_id":"order-17","amount":{"currency":"INR","value":"1","offset":"100"} }""")]
    [InlineData("""{"reference_id":"order-17","payment_config_id":"c"}""")]
    [InlineData("""{"reference_id":"order-17","payment_config_id":"c","amount":{"currency":"USD","value":"1","offset":"100"} }""")]
    [InlineData("""{"reference_id":"order-17","payment_config_id":"c","amount":{"currency":"INR","value":"1.5","offset":"100"} }""")]
    [InlineData("""{"reference_id":"order-17","payment_config_id":"c","amount":{"currency":"INR","value":"1","offset":"10"} }""")]
    [InlineData(
        """{"reference_id":"order-17","payment_config_id":"c","speed":"slow","amount":{"currency":"INR","value":"1","offset":"100"} }""")]
    public async Task Refund_BrokenRule_Gives100(string body)
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Payments.Add("upi-shop", "order-17", new Money(250m, "INR"));
        shop.Cloud.Payments.Capture("order-17");

        (await shop.Post($"{Shop.Number}/payments_refund", body)).AssertRefused(100);
    }

    private static JsonElement Only(Answer answer) => Assert.Single(answer.Json.GetProperty("payments").EnumerateArray());

    private static Task<Answer> Refund(Shop shop, string value) => shop.Post(
        $"{Shop.Number}/payments_refund",
        $$"""{"reference_id":"order-17","speed":"normal","payment_config_id":"upi-shop","amount":"""
            + $$"""{"currency":"INR","value":"{{value}}","offset":"100"} }""");
}
