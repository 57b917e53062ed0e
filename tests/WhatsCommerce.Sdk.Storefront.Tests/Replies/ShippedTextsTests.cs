using System.Globalization;
using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Replies;

public sealed class ShippedTextsTests
{
    public static TheoryData<string> Languages => [.. ShippedTexts.All.Keys];

    [Fact]
    public void Languages_ThatShip_AreSix() =>
        Assert.Equal(["ar", "en", "es", "hi", "id", "pt"], ShippedTexts.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Texts_OfALanguage_AreComplete(string language) =>
        Assert.Equal(Enum.GetValues<StorefrontText>(), ShippedTexts.All[language].Keys.Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public void Texts_OfALanguage_UseTheNamesOfTheEnglishOnes(string language) => Assert.All(ShippedTexts.All[language], text =>
        Assert.Equal(
            new TextTemplate(EnglishTexts.All[text.Key]).Names.Order(StringComparer.Ordinal),
            new TextTemplate(text.Value).Names.Order(StringComparer.Ordinal)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Buttons_OfALanguage_FitAndDiffer(string language)
    {
        KeyValuePair<StorefrontText, string>[] buttons =
            [.. ShippedTexts.All[language].Where(text => Texts.IsButton(text.Key.ToString()))];

        Assert.All(buttons, button => Assert.InRange(button.Value.EnumerateRunes().Count(), 1, MessageLimits.ButtonTitle));
        Assert.Equal(buttons.Length, buttons.Select(button => button.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Texts_OfALanguage_AreAcceptedAsOnesOwn(string language)
    {
        StorefrontOptions options = new();
        options.Texts[language] = ShippedTexts.All[language].ToDictionary(text => text.Key.ToString(), text => text.Value);

        Assert.Null(Texts.Mistake(options));
    }

    [Fact]
    public void Texts_OfArabic_RunFromRightToLeftWhateverTheirValues() => Assert.All(ShippedTexts.All["ar"].Values, text =>
    {
        string words = string.Concat(Parts(text));
        char first = words.First(character => char.IsLetter(character) || character == '\u200F');
        Assert.True(first is '\u200F' or (>= '\u0600' and <= '\u06FF'), $"It begins from left to right: {text}");
    });

    [Fact]
    public void Get_FromRightToLeft_IsolatesTheValues() => Assert.Equal(
        "شكرًا! تم تسجيل طلبك \u2068K7M2P9Q\u2069. تدفع \u20689.27 USD\u2069 عند التسليم.",
        new Texts(new StorefrontOptions()).Get(
            StorefrontText.OrderPlacedDue, "ar-EG", ("order_number", "K7M2P9Q"), ("cart_total", "9.27 USD")));

    [Fact]
    public void Get_FromLeftToRight_AddsNothing() => Assert.DoesNotContain(
        new Texts(new StorefrontOptions()).Get(StorefrontText.Total, "hi", ("cart_total", "9.27 USD")),
        character => CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format);

    [Theory]
    [InlineData("es-MX", "Reintentar")]
    [InlineData("pt", "Tentar de novo")]
    [InlineData("de", "Nochmal")]
    [InlineData("de-AT", "Nochmal")]
    [InlineData("fr", "Nochmal")]
    [InlineData(null, "Nochmal")]
    public void Get_LanguageWithoutTexts_FallsBackToTheShopsOwnThenToWhatShips(string? language, string text)
    {
        StorefrontOptions options = new() { Language = "de" };
        options.Texts["de"] = new Dictionary<string, string> { ["RetryButton"] = "Nochmal" };
        options.Texts["es"] = new Dictionary<string, string> { ["RetryButton"] = "Reintentar" };

        Assert.Equal(text, new Texts(options).Get(StorefrontText.RetryButton, language));
    }

    private static IEnumerable<string> Parts(string template) =>
        template.Split("{{").Select((part, i) => i == 0 ? part : part.Split("}}")[1]);
}
