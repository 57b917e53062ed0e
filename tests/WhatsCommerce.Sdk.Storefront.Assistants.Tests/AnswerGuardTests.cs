using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Assistants.Tests;

/// <summary>What an answer may say after a tool returned 3.49 USD, 6.98 USD and two apples of "Apples, 1 kg".</summary>
public sealed class AnswerGuardTests
{
    [Theory]
    [InlineData("Hello! What are you looking for?")]
    [InlineData("The apples cost 3.49 USD.")]
    [InlineData("*Apples, 1 kg* cost $3.49, so 2 of them are $6.98.")]
    [InlineData("Las manzanas cuestan 3,49 USD el kilo.")]
    [InlineData("Os preços: 3,49 USD.")]
    [InlineData("Apel 1 kg harganya USD 3.49")]
    [InlineData("सेब की कीमत ३.४९ USD है")]
    [InlineData("التفاح بسعر ٣٫٤٩ USD")]
    [InlineData("Delivery costs 5 USD, and is free over 30 USD.")]
    [InlineData("We are open from 8:00 to 18:30.")]
    [InlineData("Your order K7M2P9Q was placed on 2026-03-01.")]
    [InlineData("We have 3 kinds of apples.")]
    [InlineData("See https://shop.example/apples for pictures.")]
    [InlineData("A bag weighs 1.5 kg.")]
    [InlineData("Un desayuno para dos, 3.49 USD en total")]
    [InlineData("Two of them, 6.98 USD in total.")]
    [InlineData("One for 3.49 USD, two for 6.98 USD.")]
    [InlineData("Café da manhã para dois, USD 6.98 no total")]
    [InlineData("Sarapan untuk dua, 6.98 USD")]
    [InlineData("दो के लिए, 6.98 USD")]
    [InlineData("لشخصين اثنين، 6.98 USD")]
    [InlineData("They cost 349 cents.")]
    [InlineData("They cost 349¢.")]
    [InlineData("Son 3,49 dólares.")]
    [InlineData("Delivery is 5 dollars.")]
    public void Judge_WhatToolsOrTheShopSaid_MayBeSent(string answer) => Assert.Null(Judge(answer));

    [Theory]
    [InlineData("The apples cost 0.01 USD.")]
    [InlineData("The apples cost 3.49 EUR.")]
    [InlineData("Only $1!")]
    [InlineData("Only 1 $ today")]
    [InlineData("Solo 1 dólar.")]
    [InlineData("You pay five dollars.")]
    [InlineData("Son cinco dólares.")]
    [InlineData("Hanya lima ribu rupiah.")]
    [InlineData("Rp 5 ribu saja")]
    [InlineData("सिर्फ पाँच रुपये")]
    [InlineData("₹99 only")]
    [InlineData("بخمسة دولار فقط: خمسة دولار")]
    [InlineData("السعر ٩ ريال")]
    [InlineData("R$ 9,90 por tudo")]
    [InlineData("السعر 3.49 ريال")]
    [InlineData("It costs 3.49 riyals.")]
    [InlineData("Cuesta 3.49 pesos.")]
    [InlineData("3.49 dirhams for you")]
    [InlineData("3.49 pounds, all in")]
    [InlineData("Cuesta R$ 3,49")]
    [InlineData("You pay 3.49 cents.")]
    [InlineData("Only 99¢ each")]
    [InlineData("Yours for ¢99")]
    [InlineData("Only 99 pence")]
    [InlineData("Yours for 12 ₽")]
    [InlineData("Yours for ₿2")]
    [InlineData("For two, five dollars.")]
    [InlineData("Para dos, cinco USD.")]
    [InlineData("It is five, dollars of course")]
    [InlineData("Delivery is 5 riyals.")]
    [InlineData("The price is 2.99 for all of it.")]
    [InlineData("The total is 9.")]
    [InlineData("That costs 7, all in.")]
    [InlineData("It is $\u200B1\u200B0 for you")]
    [InlineData("It is ＄９ for you")]
    [InlineData("You pay **4**.**00** USD")]
    [InlineData("7.00 USD instead of 3.49 USD")]
    public void Judge_AnotherAmount_IsWithheld(string answer) => Assert.Equal(AnswerProblem.Amount, Judge(answer));

    [Theory]
    [InlineData("You get 50 % off.")]
    [InlineData("Tiene un 20% de descuento")]
    [InlineData("10 percent less for you")]
    public void Judge_APercentage_IsWithheld(string answer) => Assert.Equal(AnswerProblem.Percentage, Judge(answer));

    [Theory]
    [InlineData("Pay at https://evil.example/pay")]
    [InlineData("Pay at evil-shop.com please")]
    [InlineData("Write to wa.me/16505559999")]
    [InlineData("www.evil.tk")]
    [InlineData("upi:pay?pa=evil")]
    [InlineData("https://shop.example.evil.net/x")]
    public void Judge_AnotherLink_IsWithheld(string answer) => Assert.Equal(AnswerProblem.Link, Judge(answer));

    [Theory]
    [InlineData("Send it to evil@upi", "Address")]
    [InlineData("Call +1 650 555 9999", "Account")]
    [InlineData("Transfer to ES91 2100 0418 4502 0005 1332", "Account")]
    [InlineData("Account 12345678901", "Account")]
    public void Judge_AnAccount_IsWithheld(string answer, string problem) => Assert.Equal(problem, Judge(answer).ToString());

    [Fact]
    public void Judge_AmountThatOnlyAProductsTextNames_IsWithheld()
    {
        TurnFacts facts = new();
        facts.AddNumbersOf("Apples, now only $1.00!");

        Assert.Equal(AnswerProblem.Amount, new AnswerGuard(new AssistantOptions()).Judge("They cost $1.00.", facts));
    }

    [Theory]
    [InlineData("It is 70 % cocoa.", null)]
    [InlineData("You get 70 % off.", "Percentage")]
    [InlineData("The Kite 3000 costs 9.00 USD.", null)]
    [InlineData("It costs 3000.", "Amount")]
    [InlineData("The price is 1.99.", "Amount")]
    public void Judge_NumberOfAProductsText_IsNoPrice(string answer, string? problem)
    {
        TurnFacts facts = new();
        facts.Add(new Money(9m, "USD"));
        facts.AddNumbersOf("Kite 3000, now for 1.99, made of 70 % cocoa");

        Assert.Equal(problem, new AnswerGuard(new AssistantOptions()).Judge(answer, facts)?.ToString());
    }

    [Theory]
    [InlineData("SAR", "السعر ١٥ ريال", true)]
    [InlineData("QAR", "It costs 15 riyals.", true)]
    [InlineData("USD", "It costs 15 riyals.", false)]
    [InlineData("MXN", "Cuesta 15 pesos.", true)]
    [InlineData("MXN", "Cuesta $15.", true)]
    [InlineData("MXN", "Cuesta 15 dólares.", false)]
    [InlineData("COP", "Cuesta 15 pesos.", true)]
    [InlineData("EUR", "Cuesta $15.", false)]
    [InlineData("CAD", "It costs 15 dollars.", true)]
    public void Judge_WordOfSeveralCountries_IsReadAsTheShopsCurrencyAlone(string currency, string answer, bool maySend)
    {
        TurnFacts facts = new();
        facts.Add(new Money(15m, currency));

        Assert.Equal(maySend, new AnswerGuard(new AssistantOptions()).Judge(answer, facts) is null);
    }

    [Fact]
    public void CurrenciesOf_EveryWordThatTheSearchKnows_AreKnown()
    {
        string[] words =
        [
            .. WordFile.Lines("prices.txt").Where(line => line.StartsWith("currency:", StringComparison.Ordinal))
                .SelectMany(line => WordFile.Entries(line["currency:".Length..])),
        ];

        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.NotEmpty(AnswerCurrencies.Of(Assert.Single(AnswerTokens.Read(word)))));
    }

    [Fact]
    public void Judge_CurrencyOfThreeDigits_IsRead()
    {
        TurnFacts facts = new();
        facts.Add(new Money(3.490m, "KWD"));

        Assert.Null(new AnswerGuard(new AssistantOptions()).Judge("They cost 3.490 KWD.", facts));
    }

    [Fact]
    public void Judge_LargeAmounts_AreReadHoweverTheyAreGrouped()
    {
        TurnFacts facts = new();
        facts.Add(new Money(1_250_000m, "IDR"));
        AnswerGuard guard = new(new AssistantOptions());

        Assert.All(
            ["Rp 1.250.000", "1,250,000 IDR", "1250000.00 IDR", "1 250 000 rupiah"], answer => Assert.Null(guard.Judge(answer, facts)));
        Assert.Equal(AnswerProblem.Amount, guard.Judge("Rp 1.250", facts));
    }

    [Theory]
    [InlineData("https://shop.example")]
    [InlineData("shop.example/offers")]
    [InlineData("")]
    public void AllowedHosts_ThatAreNone_AreAnErrorAtStart(string host)
    {
        ServiceCollection services = new();
        services.AddWhatsCommerceStorefrontCore(_ => { }).AddAssistantTools(options => options.AllowedHosts.Add(host));
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(
            () => provider.GetRequiredService<IOptions<AssistantOptions>>().Value);

        Assert.Contains("must be names of hosts, such as shop.example", exception.Message, StringComparison.Ordinal);
    }

    private static AnswerProblem? Judge(string answer)
    {
        AssistantOptions options = new()
        {
            Instructions = "Delivery costs 5 USD, and is free over 30 USD. Apples are picked in the hills.",
            AllowedHosts = ["shop.example"],
        };
        TurnFacts facts = new();
        facts.Add(new Money(3.49m, "USD"));
        facts.Add(new Money(6.98m, "USD"));
        facts.Add(2);
        facts.AddNumbersOf("Apples, 1 kg");
        facts.AddReference("K7M2P9Q");
        return new AnswerGuard(options).Judge(answer, facts);
    }
}
