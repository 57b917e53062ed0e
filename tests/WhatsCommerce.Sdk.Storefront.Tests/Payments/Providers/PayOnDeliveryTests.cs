using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Payments.Providers;

/// <summary>What customers read on the button of paying on delivery.</summary>
public sealed class PayOnDeliveryTests
{
    [Theory]
    [InlineData("en", "Pay on delivery")]
    [InlineData("es", "Pago contra entrega")]
    [InlineData("pt", "Pagar na entrega")]
    [InlineData("hi", "डिलीवरी पर भुगतान")]
    [InlineData("id", "Bayar di tempat")]
    [InlineData("ar", "الدفع عند الاستلام")]
    public void TitleFor_TitleThatNobodySet_IsInTheLanguageAndFitsOnAButton(string language, string expected)
    {
        string title = new PayOnDelivery(new PayOnDeliveryOptions()).TitleFor(language);

        Assert.Equal(expected, title);
        Assert.InRange(title.EnumerateRunes().Count(), 1, 20);
    }

    [Fact]
    public void TitleFor_TitleOfTheShop_CountsInEveryLanguage() =>
        Assert.Equal("Cash", new PayOnDelivery(new PayOnDeliveryOptions { Title = "Cash" }).TitleFor("es"));

    [Fact]
    public void TitleFor_TitleOfTheShopInTheLanguage_ComesFirst()
    {
        PayOnDeliveryOptions options = new();
        options.Titles["es"] = "Efectivo";

        Assert.Equal("Efectivo", new PayOnDelivery(options).TitleFor("es"));
    }
}
