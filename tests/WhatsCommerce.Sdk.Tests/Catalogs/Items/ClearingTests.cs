using System.Text;
using System.Text.Json;
using WhatsCommerce.Catalogs;

namespace WhatsCommerce.Sdk.Tests.Catalogs;

/// <summary>Fields are emptied by name, or say themselves that they are empty; nothing vanishes silently.</summary>
public class ClearingTests
{
    private static readonly CatalogItem Id = new() { RetailerId = "apple-1kg" };

    [Fact]
    public void Update_SaleCleared_EmptiesPriceAndPeriod() =>
        Assert.Equal(
            """{"id":"apple-1kg","sale_price":"","sale_price_effective_date":""}""",
            Data(CatalogChange.Update(Id with { Clear = CatalogItemFields.Sale })));

    [Fact]
    public void Update_EveryOptionalFieldCleared_IsWrittenAndBreaksNoRule()
    {
        CatalogChange change = CatalogChange.Update(Id with { Clear = CatalogItemFields.Optional });

        Assert.Empty(change.Validate());
        Assert.Equal(
            """
            {"id":"apple-1kg","sale_price":"","sale_price_effective_date":"","additional_image_link":[],"brand":"","gtin":"","mpn":"",
            "google_product_category":"","product_type":"","item_group_id":"","color":"","size":"","material":"","pattern":"",
            "additional_variant_attribute":"","quantity_to_sell_on_facebook":null,"wa_compliance_category":"","origin_country":"",
            "importer_name":"","importer_address":null,"manufacturer_info":""}
            """.ReplaceLineEndings(""),
            Data(change));
    }

    [Fact]
    public void Update_EmptyListAndBlankTexts_SayWhatTheySay() => Assert.Equal(
        """{"id":"apple-1kg","additional_image_link":[],"brand":"","color":"","custom_label_0":""}""",
        Data(CatalogChange.Update(Id with
        {
            AdditionalImageLinks = [],
            Brand = "",
            Color = "  ",
            OtherFields = new Dictionary<string, string> { ["custom_label_0"] = "" },
        })));

    [Fact]
    public void Upsert_WithoutASale_EndsTheOneThatTheCatalogHas()
    {
        JsonElement data = JsonElement.Parse(Data(CatalogChange.Upsert(CatalogItemTests.Apple)));

        Assert.Equal(("", ""), (data.GetProperty("sale_price").GetString(), data.GetProperty("sale_price_effective_date").GetString()));
    }

    [Fact]
    public void Upsert_SaleWithoutAPeriod_EndsThePeriodOfTheLastSale()
    {
        JsonElement data = JsonElement.Parse(Data(CatalogChange.Upsert(CatalogItemTests.Apple with { SalePrice = new Money(8m, "USD") })));

        Assert.Equal(
            ("8.00 USD", ""), (data.GetProperty("sale_price").GetString(), data.GetProperty("sale_price_effective_date").GetString()));
    }

    [Theory]
    [InlineData("create")]
    [InlineData("update")]
    public void OtherChanges_WithoutASale_SayNothingOfIt(string kind)
    {
        CatalogChange change = kind == "create"
            ? CatalogChange.Create(CatalogItemTests.Apple)
            : CatalogChange.Update(Id with { Price = new Money(8m, "USD") });

        Assert.DoesNotContain("sale_price", Data(change), StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_SalePriceOfNothing_IsRefusedWithTheWayToEndASale()
    {
        Violation violation = Assert.Single(CatalogChange.Update(Id with { SalePrice = new Money(0, "USD") }).Validate());

        Assert.Equal(("sale_price", ViolationRule.Range), (violation.Path, violation.Rule));
        Assert.Contains("Clear = CatalogItemFields.Sale", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_UpdateOfNothing_IsRefused()
    {
        Violation violation = Assert.Single(CatalogChange.Update(Id).Validate());

        Assert.Equal(("id", ViolationRule.Required), (violation.Path, violation.Rule));
    }

    [Fact]
    public void Validate_UpdateWithNoOtherFields_IsRefused() =>
        Assert.Single(CatalogChange.Update(Id with { OtherFields = new Dictionary<string, string>() }).Validate());

    [Fact]
    public void Validate_AddressThatSaysNothing_IsRefused() =>
        Assert.Equal(
            "importer_address",
            Assert.Single(CatalogChange.Update(Id with { ImporterAddress = new ImporterAddress { City = " " } }).Validate()).Path);

    [Theory]
    [InlineData(CatalogItemFields.Title, "title")]
    [InlineData(CatalogItemFields.Description, "description")]
    [InlineData(CatalogItemFields.Availability, "availability")]
    [InlineData(CatalogItemFields.Condition, "condition")]
    [InlineData(CatalogItemFields.Price, "price")]
    [InlineData(CatalogItemFields.Link, "link")]
    [InlineData(CatalogItemFields.ImageLink, "image_link")]
    [InlineData(CatalogItemFields.Visibility, "visibility")]
    [InlineData(CatalogItemFields.OtherFields, "other_fields")]
    public void Validate_ClearingWhatNoItemCanBeWithout_IsRefused(CatalogItemFields field, string path)
    {
        Violation violation = Assert.Single(CatalogChange.Update(Id with { Clear = field }).Validate());

        Assert.Equal((path, ViolationRule.NotAllowed), (violation.Path, violation.Rule));
    }

    [Fact]
    public void Validate_SetAndCleared_IsRefused()
    {
        Violation violation = Assert.Single(
            CatalogChange.Update(Id with { SalePrice = new Money(8m, "USD"), Clear = CatalogItemFields.SalePrice }).Validate());

        Assert.Equal(("sale_price", ViolationRule.Mismatch), (violation.Path, violation.Rule));
    }

    [Fact]
    public void Validate_EmptyCountry_IsAllowedUnlessTheCategoryAsksForOne()
    {
        Assert.Empty(CatalogChange.Update(Id with { OriginCountry = "" }).Validate());
        Assert.Single(CatalogChange.Update(Id with { OriginCountry = "", ComplianceCategory = ComplianceCategory.Default }).Validate());
    }

    [Fact]
    public void Write_UnknownCurrency_DoesNotThrow() =>
        Assert.Contains(
            "\"price\":\"1.5 XXQ\"", Data(CatalogChange.Update(Id with { Price = new Money(1.5m, "XXQ") })), StringComparison.Ordinal);

    private static string Data(CatalogChange change) =>
        JsonElement.Parse(Encoding.UTF8.GetString(ItemsBatchBody.Write([change]))).GetProperty("requests")[0]
            .GetProperty("data")
            .GetRawText();
}
