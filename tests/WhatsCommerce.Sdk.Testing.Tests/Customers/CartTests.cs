using System.Text.Json;

namespace WhatsCommerce.Testing.Tests;

/// <summary>The cart of a device: Meta's page "Sell products and services", rule by rule.</summary>
public sealed class CartTests
{
    private const string Pablo = "+16505551234";

    [Fact]
    public async Task Send_FilledCart_IsAnOrderAndLeavesTheCartEmpty()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedCart cart = stage.Cloud.Customer(Pablo).Devices[0].Cart;
        cart.Put("apple-1kg", 2);
        cart.Put("cherry-500g", 99);

        await cart.SendAsync("Ring twice", Stage.Token);

        JsonElement order = stage.Callback.Posts.Single().Value.GetProperty("messages")[0].GetProperty("order");
        Assert.Equal("Ring twice", order.GetProperty("text").GetString());
        Assert.Equal(
            ["apple-1kg 2 3.49 USD", "cherry-500g 99 7.9 USD"],
            order.GetProperty("product_items").EnumerateArray().Select(item =>
                $"{item.GetProperty("product_retailer_id")} {item.GetProperty("quantity")} {item.GetProperty("item_price")} "
                    + $"{item.GetProperty("currency")}"));
        Assert.Empty(cart.Lines);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100)]
    public async Task Put_QuantityOutsideOneTo99_Throws(int quantity)
    {
        await using Stage stage = await Stage.StartShopAsync();

        Assert.Throws<ArgumentOutOfRangeException>(() => stage.Cloud.Customer(Pablo).Devices[0].Cart.Put("apple-1kg", quantity));
    }

    [Fact]
    public async Task Put_Nothing_TakesTheItemOut()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedCart cart = stage.Cloud.Customer(Pablo).Devices[0].Cart;
        cart.Put("apple-1kg", 2);

        cart.Put("apple-1kg", 0);

        Assert.Empty(cart.Lines);
    }

    [Fact]
    public async Task Lines_AnyNumberOfDistinctItems_StayInTheOrderInWhichTheyCame()
    {
        await using Stage stage = await Stage.StartShopAsync();
        string[] ids = [.. Enumerable.Range(1, 150).Select(i => $"item-{i}")];
        Array.ForEach(ids, id => stage.Cloud.Catalog.Add(id, id, new Money(1m, "USD")));
        EmulatedCart cart = stage.Cloud.Customer(Pablo).Devices[0].Cart;

        Array.ForEach(ids, id => cart.Put(id, 1));

        Assert.Equal(ids, cart.Lines.Select(line => line.RetailerId.Value));
    }

    [Fact]
    public async Task SecondDevice_ShowsTheSameChat_ButHasItsOwnCart()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer(Pablo);
        EmulatedDevice tablet = pablo.AddDevice("Tablet");

        pablo.Devices[0].Cart.Put("apple-1kg", 1);

        Assert.Empty(tablet.Cart.Lines);
        Assert.Single(pablo.Devices[0].Cart.Lines);
    }

    [Fact]
    public async Task Lines_ItemSoldOut_LeavesTheCartWithANotice()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedCart cart = stage.Cloud.Customer(Pablo).Devices[0].Cart;
        cart.Put("apple-1kg", 2);
        cart.Put("cherry-500g", 1);

        stage.Cloud.Catalog.Update("apple-1kg", apple => apple with { Availability = ItemAvailability.OutOfStock });

        Assert.Equal("cherry-500g", Assert.Single(cart.Lines).RetailerId);
        Assert.Equal("Apples, 1 kg is no longer available and was taken out of your cart.", Assert.Single(cart.Notices));
    }

    [Fact]
    public async Task Lines_ItemRejectedHiddenOrRemoved_LeavesTheCart()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedCart cart = stage.Cloud.Customer(Pablo).Devices[0].Cart;
        cart.Put("apple-1kg", 1);
        cart.Put("banana-1kg", 1);
        cart.Put("cherry-500g", 1);

        stage.Cloud.Reviews.Reject("apple-1kg", "PROHIBITED");
        stage.Cloud.Catalog.Update("banana-1kg", banana => banana with { IsHidden = true });
        stage.Cloud.Catalog.Remove("cherry-500g");

        Assert.Empty(cart.Lines);
        Assert.Equal(3, cart.Notices.Count);
    }

    [Fact]
    public async Task DismissNotices_TakesThemAsRead()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedCart cart = stage.Cloud.Customer(Pablo).Devices[0].Cart;
        cart.Put("apple-1kg", 1);
        stage.Cloud.Catalog.Remove("apple-1kg");
        Assert.Single(cart.Notices);

        cart.DismissNotices();

        Assert.Empty(cart.Notices);
    }

    [Fact]
    public async Task Refresh_PriceChanged_ShowsTheNewOneWithANotice()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedCart cart = stage.Cloud.Customer(Pablo).Devices[0].Cart;
        cart.Put("apple-1kg", 1);
        stage.Cloud.Catalog.Update("apple-1kg", apple => apple with { Price = new Money(3.99m, "USD") });
        Assert.Equal(3.49m, cart.Lines[0].Price.Amount);

        cart.Refresh();

        Assert.Equal(3.99m, cart.Lines[0].Price.Amount);
        Assert.Equal("The price of Apples, 1 kg has changed from $3.49 to $3.99.", Assert.Single(cart.Notices));
    }

    [Fact]
    public async Task Put_ItemThatCannotBeHad_Throws()
    {
        await using Stage stage = await Stage.StartShopAsync();
        stage.Cloud.Catalog.Update("apple-1kg", apple => apple with { Availability = ItemAvailability.OutOfStock });

        ArgumentException exception =
            Assert.Throws<ArgumentException>(() => stage.Cloud.Customer(Pablo).Devices[0].Cart.Put("apple-1kg", 1));

        Assert.Contains("out of stock", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_CartDisabled_Throws()
    {
        await using Stage stage = await Stage.StartShopAsync();
        stage.Cloud.Number.IsCartEnabled = false;

        Assert.Throws<InvalidOperationException>(() => stage.Cloud.Customer(Pablo).Devices[0].Cart.Put("apple-1kg", 1));
    }

    [Fact]
    public async Task Send_EmptyCart_Throws()
    {
        await using Stage stage = await Stage.StartShopAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => stage.Cloud.Customer(Pablo).Devices[0].Cart.SendAsync(cancellationToken: Stage.Token));
    }

    [Fact]
    public async Task HiddenCatalog_KeepsTheCart_ButOpensNothing()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedDevice phone = stage.Cloud.Customer(Pablo).Devices[0];
        phone.Cart.Put("apple-1kg", 1);

        stage.Cloud.Number.IsCatalogVisible = false;

        Assert.Throws<InvalidOperationException>(() => phone.Open("apple-1kg"));
        Assert.Single(phone.Cart.Lines);
    }

    [Fact]
    public async Task Send_ItemOnSale_ClaimsTheSalePrice()
    {
        await using Stage stage = await Stage.StartShopAsync();
        stage.Cloud.Catalog.Update("apple-1kg", apple => apple with { SalePrice = new Money(2.99m, "USD") });
        EmulatedCart cart = stage.Cloud.Customer(Pablo).Devices[0].Cart;
        cart.Put("apple-1kg", 1);

        await cart.SendAsync(cancellationToken: Stage.Token);

        JsonElement item =
            stage.Callback.Posts.Single().Value.GetProperty("messages")[0].GetProperty("order").GetProperty("product_items")[0];
        Assert.Equal(2.99m, item.GetProperty("item_price").GetDecimal());
    }
}
