using System.Collections.Frozen;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Maps currency symbols and words to the currencies that they may mean: "15 riyals" matches no amount of a shop that sells in dollars.
/// </summary>
internal static class AnswerCurrencies
{
    private const string Dollars =
        "USD CAD AUD NZD SGD HKD TWD JMD TTD BBD BSD BZD FJD GYD LRD NAD SRD XCD BND KYD BMD SBD";

    private const string Pesos = "MXN ARS CLP COP UYU DOP CUP";

    // Currency words and the codes that they may mean.
    private static readonly FrozenDictionary<string, FrozenSet<string>> Words = Load(
        ("$", $"{Dollars} {Pesos} NIO"),
        ("dollar dollars buck bucks dólar dólares dolar डॉलर دولار دولارات", Dollars),
        ("peso pesos", $"{Pesos} PHP"),
        ("€ euro euros eur यूरो يورو", "EUR"),
        ("£ pound pounds libra libras جنيه", "GBP EGP SDG SYP LBP SSP GIP FKP SHP"),
        ("quid", "GBP"),
        ("₹ inr", "INR"),
        ("₨ rs rupee rupees", "INR PKR LKR NPR MUR SCR"),
        ("rupaye rupaya rupay रुपये रुपए रुपया रु", "INR NPR"),
        ("¥ yen yuan", "JPY CNY"),
        ("﷼ riyal riyals ريال ريالات", "SAR QAR OMR YER IRR"),
        ("dirham dirhams درهم دراهم", "AED MAD"),
        ("dinar dinars دينار", "KWD BHD JOD IQD LYD TND DZD RSD"),
        ("ليره ₺", "TRY SYP LBP"),
        ("₦", "NGN"),
        ("franc francs", "CHF XOF XAF XPF GNF RWF BIF DJF KMF CDF"),
        ("real reais conto contos", "BRL"),
        ("rp rupiah perak", "IDR"),
        ("sol soles", "PEN"),
        ("bs bolívares", "VES BOB"),
        ("colones", "CRC SVC"),
        ("quetzales", "GTQ"),
        ("guaraníes", "PYG"));

    private static readonly FrozenSet<string> Subunits =
        ((string[])
        [
            "¢", "cent", "cents", "pence", "penny", "pennies",
            "paise", "centavo", "centavos", "céntimo", "céntimos", "sen", "पैसे", "سنت", "فلس",
        ]).Select(Folding.Fold).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The codes that a token may mean; empty for a subunit or an unknown word.</summary>
    public static FrozenSet<string> Of(Token token) =>
        Words.TryGetValue(token.Text, out FrozenSet<string>? codes) ? codes
        : token.Text.Length == 3 && new Currency(token.Text) is { IsKnown: true } code
            ? FrozenSet.Create(StringComparer.Ordinal, code.Code!)
        : [];

    /// <summary>Whether a token counts hundredths or thousandths, whatever the currency is.</summary>
    public static bool IsSubunit(Token token) => Subunits.Contains(token.Text);

    // Some symbols become the letters of a word when they are normalized.
    private static FrozenDictionary<string, FrozenSet<string>> Load(params (string Words, string Codes)[] lines) => lines
        .SelectMany(static line => line.Words.Split(' ').Select(word => (Word: Folding.Fold(word), line.Codes)))
        .GroupBy(static entry => entry.Word, StringComparer.Ordinal)
        .ToFrozenDictionary(
            static group => group.Key,
            static group => group.SelectMany(static entry => entry.Codes.Split(' ')).ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
}
