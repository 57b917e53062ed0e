using System.Xml.Linq;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator.Tests;

/// <summary>The shop that is there at first, and its pictures.</summary>
public sealed class ExampleCatalogTests
{
    [Fact]
    public async Task Content_Loaded_IsAShopWithVariantsASaleAndSomethingSoldOut()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        cloud.Catalog.Load(ExampleCatalog.Content, cloud.BaseAddress);

        IReadOnlyList<EmulatedCatalogItem> items = cloud.Catalog.Items;
        Assert.InRange(items.Count, 14, 20);
        Assert.Contains(items, item => item.SalePrice is { } sale && sale.Amount < item.Price.Amount);
        Assert.Contains(items, item => item.Availability == ItemAvailability.OutOfStock);
        Assert.All(items, item => Assert.Equal("USD", item.Price.Currency.Code));
        Assert.All(items, item => Assert.False(string.IsNullOrWhiteSpace(item.Description)));

        ILookup<string?, EmulatedCatalogItem> groups = items.ToLookup(item => item.ItemGroupId);
        Assert.Equal(["candle", "mug", "shirt"], groups.Select(group => group.Key).OfType<string>().Order());
        Assert.All(groups["shirt"], item => Assert.Equal(["color", "size"], item.VariantAttributes.Keys));
        Assert.All(groups["candle"], item => Assert.Equal(["scent"], item.VariantAttributes.Keys));
    }

    [Fact]
    public async Task Pictures_OfTheItems_AreAllThereAndNoOthers()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Catalog.Load(ExampleCatalog.Content, cloud.BaseAddress);

        IEnumerable<string> wanted = cloud.Catalog.Items.Select(item => item.ImageAddress!.AbsolutePath["/pictures/".Length..]).Distinct();

        Assert.Equal(wanted.Order(StringComparer.Ordinal), Pictures.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pictures_All_AreDrawingsAndNothingElse()
    {
        Assert.All(Pictures.Names, name =>
        {
            using StreamReader reader = new(Pictures.Find(name)!.CreateReadStream());
            string text = reader.ReadToEnd();
            XElement svg = XDocument.Parse(text).Root!;
            Assert.Equal("svg", svg.Name.LocalName);
            Assert.All(svg.DescendantsAndSelf(), element => Assert.Contains(
                element.Name.LocalName, (string[])["svg", "title", "g", "path", "rect", "circle", "ellipse"]));
            Assert.DoesNotContain("href", text, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory, InlineData("../Program.cs"), InlineData("mug"), InlineData("")]
    public void Find_NoPicture_GivesNothing(string name) => Assert.Null(Pictures.Find(name));
}
