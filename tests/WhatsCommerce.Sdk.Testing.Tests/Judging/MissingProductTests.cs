using System.Text.Json;

namespace WhatsCommerce.Testing.Tests;

/// <summary>What comes of products that the connected catalog does not hold.</summary>
public sealed class MissingProductTests
{
    [Fact]
    public async Task Product_NotInTheCatalog_Gives131009AndIsNotSent()
    {
        await using Stage stage = await Stage.StartShopAsync();

        Answer answer = await stage.PostAsync(Wire.Product("durian"));

        answer.AssertRefused(131009);
        Assert.Contains("Products not found in FB Catalog", answer.Details, StringComparison.Ordinal);
        Assert.Contains("durian", answer.Details, StringComparison.Ordinal);
        Assert.Empty(stage.Cloud.Customer("+16505551234").Received);
    }

    [Fact]
    public async Task ProductList_NoneInTheCatalog_Gives131009AndIsNotSent()
    {
        await using Stage stage = await Stage.StartShopAsync();

        Answer answer = await stage.PostAsync(Wire.ProductList("durian", "rambutan"));

        answer.AssertRefused(131009);
        Assert.Contains("durian, rambutan", answer.Details, StringComparison.Ordinal);
        Assert.Empty(stage.Cloud.Customer("+16505551234").Received);
    }

    [Fact]
    public async Task ProductList_SomeInTheCatalog_IsSentWithoutTheOthersAndAsksForAnUpdate()
    {
        await using Stage stage = await Stage.StartShopAsync();

        Answer answer = await stage.PostAsync(Wire.ProductList("apple-1kg", "durian", "banana-1kg"));
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        answer.AssertAccepted();
        Assert.Equal(["apple-1kg", "banana-1kg"], Assert.Single(stage.Cloud.Customer("+16505551234").Received).Products);
        Assert.Equal(["status sent", "status delivered", "status read", "errors"], stage.Told);
        JsonElement error = stage.Callback.Posts[^1].Value.GetProperty("errors")[0];
        Assert.Equal(131009, error.GetProperty("code").GetInt32());
        string details = error.GetProperty("error_data").GetProperty("details").GetString()!;
        Assert.Contains("durian", details, StringComparison.Ordinal);
        Assert.Contains("update the catalog", details, StringComparison.Ordinal);
        Assert.DoesNotContain("apple-1kg", details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HiddenItem_CountsAsMissing()
    {
        await using Stage stage = await Stage.StartShopAsync();
        stage.Cloud.Catalog.Add(new EmulatedCatalogItem
        {
            RetailerId = "truffle",
            Title = "Truffles",
            Price = new Money(90m, "USD"),
            IsHidden = true
        });

        (await stage.PostAsync(Wire.Product("truffle"))).AssertRefused(131009);
        (await stage.PostAsync(Wire.CatalogMessage(
            action: """{"name":"catalog_message","parameters":{"thumbnail_product_retailer_id":"truffle"} }"""))).AssertRefused(131009);
        (await stage.PostAsync(Wire.ProductList("apple-1kg", "truffle"))).AssertAccepted();

        Assert.Equal(["apple-1kg"], (await stage.Cloud.Customer("+16505551234").NextMessageAsync(cancellationToken: Stage.Token)).Products);
    }

    [Fact]
    public async Task Product_InACatalogThatIsNotConnected_Gives131009()
    {
        await using Stage stage = await Stage.StartShopAsync();

        Answer answer = await stage.PostAsync(Wire.Product("apple-1kg", catalogId: "146265584024623"));

        answer.AssertRefused(131009);
        Assert.Contains("146265584024623", answer.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CatalogMessage_UnknownThumbnail_Gives131009()
    {
        await using Stage stage = await Stage.StartShopAsync();
        static string With(string thumbnail) => Wire.CatalogMessage(
            action: $$"""{"name":"catalog_message","parameters":{"thumbnail_product_retailer_id":"{{thumbnail}}"} }""");

        (await stage.PostAsync(With("apple-1kg"))).AssertAccepted();
        (await stage.PostAsync(With("durian"))).AssertRefused(131009);
    }

    [Fact]
    public async Task Product_RemovedFromTheCatalog_IsRefusedFromThenOn()
    {
        await using Stage stage = await Stage.StartShopAsync();

        (await stage.PostAsync(Wire.Product("apple-1kg"))).AssertAccepted();
        stage.Cloud.Catalog.Remove("apple-1kg");

        (await stage.PostAsync(Wire.Product("apple-1kg"))).AssertRefused(131009);
    }

    [Fact]
    public async Task Product_OutOfStock_IsSentAllTheSame()
    {
        await using Stage stage = await Stage.StartShopAsync();
        stage.Cloud.Catalog.Update("apple-1kg", item => item with { Availability = ItemAvailability.OutOfStock });

        (await stage.PostAsync(Wire.Product("apple-1kg"))).AssertAccepted();
    }

    [Fact]
    public async Task Template_OfProducts_ShowsThoseOfItsHeaderItsSectionsAndItsCards()
    {
        await using Stage stage = await Stage.StartShopAsync();

        Answer answer = await stage.PostAsync("""
            {"messaging_product":"whatsapp","to":"+16505551234","type":"template",
            "template":{"name":"fruit","language":{"code":"en_US"},"components":[
              {"type":"header",
              "parameters":[{"type":"product","product":{"product_retailer_id":"apple-1kg","catalog_id":"194836987003835"}}]},
              {"type":"button","sub_type":"mpm","index":"0",
              "parameters":[{"type":"action","action":{"thumbnail_product_retailer_id":"apple-1kg",
                "sections":[{"title":"Fruit",
                "product_items":[{"product_retailer_id":"banana-1kg"},{"product_retailer_id":"apple-1kg"}]}]}}]},
              {"type":"carousel","cards":[
                {"card_index":0,"components":[{"type":"header",
                "parameters":[{"type":"product","product":{"product_retailer_id":"cherry-500g","catalog_id":"194836987003835"}}]}]},
                {"card_index":1,"components":[{"type":"header",
                "parameters":[{"type":"product","product":{"product_retailer_id":"durian","catalog_id":"194836987003835"}}]}]}]}]}}
            """);

        answer.AssertAccepted();
        Assert.Equal(
            ["apple-1kg", "banana-1kg", "cherry-500g", "durian"], Assert.Single(stage.Cloud.Customer("+16505551234").Received).Products);
    }
}
