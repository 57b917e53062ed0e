using System.Text;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Catalogs;

/// <summary>Items as they are written: the JSON of a batch, and what is refused before it is sent.</summary>
public class CatalogItemTests
{
    internal static readonly CatalogItem Apple = new()
    {
        RetailerId = "apple-1kg",
        Title = "Apples, 1 kg",
        Description = "Crisp and red.",
        Availability = ProductAvailability.InStock,
        Price = new Money(9.99m, "USD"),
        Link = "https://shop.example/apple",
        ImageLink = "https://shop.example/apple.jpg",
    };

    internal static readonly CatalogItem Everything = Apple with
    {
        Condition = ProductCondition.Used,
        SalePrice = new Money(8m, "USD"),
        SalePriceStart = new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.FromHours(-3)),
        SalePriceEnd = new DateTimeOffset(2026, 12, 24, 0, 0, 0, TimeSpan.Zero),
        AdditionalImageLinks = ["https://shop.example/apple-2.jpg", "https://shop.example/äpfel.jpg"],
        Brand = "Orchard",
        Gtin = "4006381333931",
        Mpn = "A-1",
        GoogleProductCategory = "412",
        ProductType = "Food > Fruit",
        GroupId = "apple",
        Color = "red",
        Size = "1 kg",
        Material = "fruit",
        Pattern = "plain",
        VariantAttribute = "Taste:sweet",
        Quantity = 12,
        Visibility = ProductVisibility.Published,
        ComplianceCategory = ComplianceCategory.Default,
        OriginCountry = "NZ",
        ImporterName = "Fruit Imports",
        ImporterAddress = new ImporterAddress
        {
            Street1 = "1 Road",
            Street2 = "Floor 2",
            City = "Mumbai",
            Region = "MH",
            PostalCode = "400001",
            Country = "IN"
        },
        ManufacturerInfo = "Orchard, Auckland",
        OtherFields = new Dictionary<string, string> { ["custom_label_0"] = "summer 🍎" },
    };

    [Fact]
    public void Batch_EveryKindOfChange() => Snapshot.MatchJson(ItemsBatchBody.Write(
        [
            CatalogChange.Create(Apple),
            CatalogChange.Upsert(Everything),
            CatalogChange.Update(new CatalogItem
            {
                RetailerId = "pear",
                Price = new Money(5m, "EUR"),
                Availability = ProductAvailability.OutOfStock
            }),
            CatalogChange.Delete("plum"),
        ]));

    [Fact]
    public void Batch_ThatMustNotInsert_SaysSo() =>
        Assert.Equal(
            """{"item_type":"PRODUCT_ITEM","allow_upsert":false,"requests":[{"method":"DELETE","data":{"id":"plum"}}]}""",
            Encoding.UTF8.GetString(ItemsBatchBody.Write([CatalogChange.Delete("plum")], allowUpsert: false)));

    [Theory]
    [InlineData("9.99", "USD", "9.99 USD")]
    [InlineData("5", "EUR", "5.00 EUR")]
    [InlineData("5.0000", "EUR", "5.00 EUR")]
    [InlineData("1234567.5", "BRL", "1234567.50 BRL")]
    [InlineData("500", "JPY", "500 JPY")]
    [InlineData("500.00", "JPY", "500 JPY")]
    [InlineData("1.5", "KWD", "1.500 KWD")]
    [InlineData("0", "USD", "0.00 USD")]
    public void Price_EachCurrency_IsWrittenWithItsDigits(string amount, string currency, string text)
    {
        Money price = new(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency);

        Assert.Equal(text, ForeignCulture.Run(() => PriceFormat.Write(price)));
    }

    [Fact]
    public void Price_ThreeTimesAnAmount_IsExact() => Assert.Equal("0.30 USD", PriceFormat.Write(new Money(0.1m, "USD") * 3));

    [Fact]
    public void Validate_WholeItem_FindsNothing() => Assert.Empty(Everything.Validate());

    [Fact]
    public void Validate_EverythingWrongAtOnce_NamesEveryViolation()
    {
        CatalogItem item = new()
        {
            RetailerId = new string('x', 101),
            Title = new string('t', 201),
            Description = " ",
            Availability = "In Stock",
            Condition = "shiny",
            Price = new Money(9.999m, "USD"),
            SalePrice = new Money(-1m, "EUR"),
            SalePriceStart = DateTimeOffset.UnixEpoch,
            Link = "shop.example/apple",
            ImageLink = " https://shop.example/apple.jpg",
            AdditionalImageLinks = ["https://shop.example/2.jpg", "ftp://shop.example/3.jpg"],
            Brand = new string('b', 101),
            GroupId = new string('g', 101),
            Quantity = -1,
            Color = "half \uD83C",
            ComplianceCategory = "default",
            OriginCountry = "India",
            ImporterAddress = new ImporterAddress { Country = "in" },
            OtherFields = new Dictionary<string, string> { ["price"] = "1 USD" },
        };

        Snapshot.MatchText(string.Join('\n', item.Validate()
            .Select(violation => FormattableString.Invariant($"{violation.Rule} {violation} [{violation.Limit}, {violation.Found}]"))));
    }

    [Fact]
    public void Validate_NothingButTheId_NamesWhatANewItemMustHave() => Assert.Equal(
        ["title", "description", "availability", "price", "link", "image_link"],
        CatalogChange.Create(new CatalogItem { RetailerId = "apple" }).Validate().Select(violation => violation.Path));

    [Fact]
    public void Validate_ChangeOfOneField_IsComplete() =>
        Assert.Empty(CatalogChange.Update(new CatalogItem
        {
            RetailerId = "apple",
            Availability = ProductAvailability.OutOfStock
        }).Validate());

    [Fact]
    public void Validate_ChangeToABlankText_IsRefused() =>
        Assert.Equal("title", Assert.Single(CatalogChange.Update(new CatalogItem { RetailerId = "apple", Title = " " }).Validate()).Path);

    [Fact]
    public void Validate_CompliantCategoryWithoutCountry_AsksForIt()
    {
        Violation violation = Assert.Single((Apple with { ComplianceCategory = ComplianceCategory.Default }).Validate());

        Assert.Equal(("origin_country", ViolationRule.Required), (violation.Path, violation.Rule));
        Assert.Empty((Apple with { ComplianceCategory = ComplianceCategory.CountryOriginExempt }).Validate());
    }

    [Theory, InlineData(null), InlineData("XXQ")]
    public void Validate_CurrencyThatIsNone_IsRefused(string? currency) =>
        Assert.Equal("price", Assert.Single((Apple with { Price = new Money(1, currency) }).Validate()).Path);

    [Theory]
    [InlineData("9.98", false)]
    [InlineData("9.99", true)]
    [InlineData("12", true)]
    public void Validate_SalePriceThatIsNotBelowThePrice_IsRefused(string sale, bool isRefused) => Assert.Equal(
        isRefused ? [("sale_price", ViolationRule.Range)] : [],
        (Apple with { SalePrice = Usd(sale) }).Validate().Select(violation => (violation.Path, violation.Rule)));

    [Fact]
    public void Validate_ChangeOfTheSalePriceAlone_IsNotComparedWithAPriceThatItDoesNotName() =>
        Assert.Empty(CatalogChange.Update(new CatalogItem { RetailerId = "apple", SalePrice = Usd("12") }).Validate());

    [Theory]
    [InlineData(0, "within one minute")]
    [InlineData(59, "within one minute")]
    [InlineData(60, null)]
    [InlineData(-60, "before it begins")]
    public void Validate_SaleThatEndsBeforeItBeginsToTheMinute_IsRefused(int seconds, string? reason)
    {
        DateTimeOffset start = new(2026, 12, 1, 8, 0, 0, TimeSpan.FromHours(-3));

        IReadOnlyList<Violation> violations = (Apple with
        {
            SalePrice = Usd("8"),
            SalePriceStart = start,
            SalePriceEnd = start.AddSeconds(seconds).ToUniversalTime()
        }).Validate();

        Assert.Equal(
            reason is null ? [] : ["sale_price_effective_date"],
            violations.Where(v => v.Message.Contains(reason ?? "", StringComparison.Ordinal)).Select(v => v.Path));
    }

    [Theory]
    [InlineData("https://shop.example/red apple.jpg", true)]
    [InlineData("https://shop.example/red\tapple.jpg", true)]
    [InlineData("https://shop.example/apple.jpg\n", true)]
    [InlineData("https://shop.example/red\u00A0apple.jpg", true)]
    [InlineData("https://shop.example/red%20apple.jpg", false)]
    [InlineData("https://shop.example/äpfel.jpg?a=1&b=ü", false)]
    public void Validate_AddressWithBlanks_IsRefused(string address, bool isRefused) => Assert.Equal(
        isRefused ? ["link", "image_link", "additional_image_link[0]"] : [],
        (Apple with { Link = address, ImageLink = address, AdditionalImageLinks = [address] }).Validate().Select(v => v.Path));

    [Theory]
    [InlineData("apple\n1kg", true)]
    [InlineData("apple\r", true)]
    [InlineData("app\u0000le", true)]
    [InlineData("apple\u007F", true)]
    [InlineData("apple\u0085", true)]
    [InlineData("apple\u2028", true)]
    [InlineData("Äpfel, 1 kg", false)]
    public void Validate_ControlCharactersInIdsAndTitle_AreRefused(string text, bool isRefused) => Assert.Equal(
        isRefused ? ["id", "title", "item_group_id"] : [],
        (Apple with { RetailerId = text, Title = text, GroupId = text }).Validate().Select(violation => violation.Path));

    [Fact]
    public void Validate_OddIdOfAnItemThatIsInTheCatalog_CanBeChangedAndDeleted()
    {
        Assert.Empty(CatalogChange.Delete("apple\n").Validate());
        Assert.Empty(CatalogChange.Update(new CatalogItem { RetailerId = "apple\n", Title = "Apples" }).Validate());
    }

    [Fact]
    public void Validate_LineBreaksInTheDescription_AreAllowed() =>
        Assert.Empty((Apple with { Description = "Crisp.\nRed." }).Validate());

    [Theory]
    [InlineData("99999999999999999999999999", false)]
    [InlineData("999999999999999999999999999", true)]
    public void Validate_PriceThatCannotBeReadBack_IsRefused(string amount, bool isRefused) => Assert.Equal(
        isRefused ? [("price", ViolationRule.Range)] : [],
        (Apple with { Price = Usd(amount) }).Validate().Select(violation => (violation.Path, violation.Rule)));

    [Fact]
    public void Price_OfTheMostDigits_IsReadBack()
    {
        Money price = Usd("99999999999999999999999999.99");

        Assert.Equal(price, PriceFormat.Read(PriceFormat.Write(price), price.Currency));
    }

    [Fact]
    public void Validate_LettersOutsideOfTheBasicPlane_CountOnce()
    {
        Assert.Empty((Apple with { Title = string.Concat(Enumerable.Repeat("🍎", CatalogLimits.Title)) }).Validate());
        Assert.Equal(
            (200, 201),
            (CatalogLimits.Title, Assert.Single(
                (Apple with { Title = string.Concat(Enumerable.Repeat("🍎", CatalogLimits.Title + 1)) }).Validate()).Found));
    }

    [Fact]
    public void AdditionalImageLinks_ListThatChangesLater_DoesNotChangeTheItem()
    {
        List<string> links = ["https://shop.example/2.jpg"];
        CatalogItem item = Apple with { AdditionalImageLinks = links };
        links.Add("broken");

        Assert.Equal(["https://shop.example/2.jpg"], item.AdditionalImageLinks);
    }

    private static Money Usd(string amount) => new(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "USD");

    [Theory]
    [InlineData("", "id")]
    [InlineData("  ", "id")]
    public void Validate_DeletionOfNothing_IsRefused(string id, string path) =>
        Assert.Equal(path, Assert.Single(CatalogChange.Delete(id).Validate()).Path);
}
