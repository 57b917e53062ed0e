namespace WhatsCommerce.Testing.Tests;

/// <summary>The catalog that a test fills.</summary>
public sealed class CatalogTests
{
    [Fact]
    public async Task Add_Items_KeepsTheirOrder()
    {
        await using Stage stage = await Stage.StartShopAsync(connect: false);

        Assert.Equal(["apple-1kg", "banana-1kg", "cherry-500g"], stage.Cloud.Catalog.Items.Select(item => item.RetailerId.Value));
        Assert.Equal(stage.Cloud.Options.CatalogId, stage.Cloud.Catalog.Id.Value);
    }

    [Fact]
    public async Task Add_SameItemTwice_IsAnArgumentError()
    {
        await using Stage stage = await Stage.StartShopAsync(connect: false);

        Assert.Throws<ArgumentException>(() => stage.Cloud.Catalog.Add("apple-1kg", "Apples", new Money(1m, "USD")));
    }

    [Theory]
    [InlineData("", "Apples", 1, "USD")]
    [InlineData("apple", " ", 1, "USD")]
    [InlineData("apple", "Apples", -1, "USD")]
    [InlineData("apple", "Apples", 1, "")]
    public async Task Add_IncompleteItem_IsAnArgumentError(string id, string title, int price, string currency)
    {
        await using Stage stage = await Stage.StartAsync(connect: false);

        Assert.Throws<ArgumentException>(() => stage.Cloud.Catalog.Add(id, title, new Money(price, currency)));
        Assert.Empty(stage.Cloud.Catalog.Items);
    }

    [Fact]
    public async Task Update_Price_ChangesTheItemInItsPlace()
    {
        await using Stage stage = await Stage.StartShopAsync(connect: false);

        EmulatedCatalogItem changed = stage.Cloud.Catalog.Update("apple-1kg", item => item with { Price = new Money(5m, "USD") });

        Assert.Equal(changed, stage.Cloud.Catalog.Items[0]);
        Assert.Equal(changed, stage.Cloud.Catalog.Find("apple-1kg"));
        Assert.Equal(new Money(5m, "USD"), changed.Price);
    }

    [Fact]
    public async Task Update_UnknownOrRenamedItem_IsAnArgumentError()
    {
        await using Stage stage = await Stage.StartShopAsync(connect: false);

        ArgumentException unknown = Assert.Throws<ArgumentException>(() => stage.Cloud.Catalog.Update("durian", item => item));
        Assert.Throws<ArgumentException>(() => stage.Cloud.Catalog.Update("apple-1kg", item => item with { RetailerId = "pear" }));

        Assert.Contains("It holds: apple-1kg, banana-1kg", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ItemAvailability_Default_IsInStock()
    {
        Assert.Equal("in stock", default(ItemAvailability).ToString());
        Assert.Equal(ItemAvailability.InStock, new ItemAvailability("in stock"));
        Assert.True(ItemAvailability.Preorder.CanBeOrdered);
        Assert.False(ItemAvailability.Discontinued.CanBeOrdered);
        Assert.False(new ItemAvailability("on loan").IsKnown);
    }
}
