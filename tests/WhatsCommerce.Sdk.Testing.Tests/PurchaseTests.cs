using System.Text.Json;

namespace WhatsCommerce.Testing.Tests;

/// <summary>How it reads in a user's test: a whole purchase.</summary>
public sealed class PurchaseTests
{
    [Fact]
    public async Task Purchase_FromGreetingToReadReceipts_IsSeenByBothSides()
    {
        await using Stage stage = await Stage.StartAsync();
        CloudApiEmulator cloud = stage.Cloud;
        cloud.Catalog
            .Add("apple-1kg", "Apples, 1 kg", new Money(3.49m, "USD"))
            .Add("banana-1kg", "Bananas, 1 kg", new Money(1.29m, "USD"));
        EmulatedCustomer pablo = cloud.Customer("+16505551234", name: "Pablo");

        await pablo.SendTextAsync("Hi!", Stage.Token);
        await stage.PostAsync(Wire.ProductList("apple-1kg", "banana-1kg"));
        ReceivedMessage list = await pablo.NextMessageAsync(cancellationToken: Stage.Token);
        await pablo.AskAboutAsync("apple-1kg", "Are they sweet?", Stage.Token);
        await pablo.SendCartAsync([("apple-1kg", 2), "banana-1kg"], note: "Ring twice", Stage.Token);
        await cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal("interactive.product_list", list.Kind);
        Assert.Equal("Pick what you like", list.Text);
        Assert.Equal(["apple-1kg", "banana-1kg"], list.Products);
        Assert.Equal(["sent", "delivered", "read"], list.Statuses);
        Assert.Equal(["message text", "status sent", "status delivered", "status read", "message text", "message order"], stage.Told);
        JsonElement order = stage.Callback.Posts[^1].Value.GetProperty("messages")[0].GetProperty("order");
        Assert.Equal("Ring twice", order.GetProperty("text").GetString());
        Assert.Equal(3.49m, order.GetProperty("product_items")[0].GetProperty("item_price").GetDecimal());
    }
}
