using System.Collections.Frozen;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>The languages of the pages.</summary>
public sealed class LanguageTests
{
    public static TheoryData<string, string, string> Languages => new()
    {
        { "en", "ltr", "Not paid yet" },
        { "es", "ltr", "Aún sin pagar" },
        { "pt-BR", "ltr", "Ainda não foi pago" },
        { "hi", "ltr", "अभी भुगतान नहीं हुआ" },
        { "id", "ltr", "Belum dibayar" },
        { "ar", "rtl", "لم يُدفع بعد" },
    };

    [Theory, MemberData(nameof(Languages))]
    public async Task Pages_InALanguageThatShips_AreInIt(string language, string direction, string title)
    {
        await using PagesSite site = await PagesSite.OpenAsync(new PagesSetup { Options = options => options.Language = language });
        AttemptId attempt = await site.AttemptAsync();

        (_, string html) = await site.GetAsync($"/return/{attempt}");

        Assert.Contains($"<html lang=\"{language.Split('-')[0]}\" dir=\"{direction}\">", html, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}</h1>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_OfEveryLanguageThatShips_AreCompleteAndUseTheSameValues()
    {
        FrozenDictionary<StorefrontPageText, string>[] languages =
        [
            EnglishPageTexts.All, SpanishPageTexts.All, PortuguesePageTexts.All, HindiPageTexts.All, IndonesianPageTexts.All,
            ArabicPageTexts.All,
        ];

        foreach (StorefrontPageText text in Enum.GetValues<StorefrontPageText>())
        {
            string[] values = [.. new TextTemplate(EnglishPageTexts.All[text]).Names];
            Assert.All(languages, language => Assert.Equal(values, new TextTemplate(language[text]).Names));
        }
    }

    [Fact]
    public void Texts_OfALanguageThatNobodyHas_AreEnglishAndSaySo() =>
        Assert.Equal("en", new PageTexts(new StorefrontPagesOptions(), "fr").For("de-AT").Code);

    [Fact]
    public void Texts_OfTheShop_AreTakenBeforeThoseThatShip()
    {
        StorefrontPagesOptions options = new();
        options.Texts["pt-BR"] = new Dictionary<string, string> { ["ThanksTitle"] = "Valeu!" };
        PageTexts texts = new(options, "en");

        Assert.Equal("Valeu!", texts.For("pt_BR").Get(StorefrontPageText.ThanksTitle));
        Assert.Equal("Obrigado!", texts.For("pt-PT").Get(StorefrontPageText.ThanksTitle));
        Assert.Equal("Como você quer pagar?", texts.For("pt-BR").Get(StorefrontPageText.PayTitle));
    }
}
