namespace WhatsCommerce.Storefronts;

/// <summary>The currencies of each provider with their decimal digits and minimum amounts, which differ from ISO 4217.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Stripe: docs.stripe.com/currencies, "Zero-decimal currencies", "Special cases", "Minimum and maximum charge amounts". ISK and UGX
/// have no digits and are written with two, which are 00; currencies of three digits end in 0; MGA has none.</item>
/// <item>PayPal: developer.paypal.com/reference/currency-codes. HUF, JPY and TWD take no decimals. BRL, CNY and MYR are for accounts of the
/// country.</item>
/// <item>Razorpay: INR from 1 rupee on; others are settled for accounts that have international payments, and are added by
/// <c>RazorpayOptions.Currencies</c>.</item>
/// </list>
/// The minimums are not complete: if the provider requires more, it rejects the call, and the customer chooses another way to pay.
/// </remarks>
internal static class ProviderCurrencies
{
    public static FrozenDictionary<string, ProviderMoney> Stripe { get; } = ReadStripe();

    public static FrozenDictionary<string, ProviderMoney> PayPal { get; } = Split(
            "AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD ILS MXN MYR NOK NZD PHP PLN SEK SGD THB USD")
        .Select(code => (code, new ProviderMoney(2, 1, 0.01m)))
        .Concat(Split("HUF JPY TWD").Select(code => (code, new ProviderMoney(0, 1, 1))))
        .ToFrozenDictionary(pair => pair.code, pair => pair.Item2, StringComparer.Ordinal);

    public static ProviderMoney Rupees { get; } = new(2, 1, 1);

    /// <summary>The format of a currency at Razorpay: in minor units; currencies with three digits end in 0.</summary>
    public static ProviderMoney? Razorpay(Currency currency) => currency.Code == "INR" ? Rupees : currency.MinorUnits switch
    {
        0 => new ProviderMoney(0, 1, 1),
        2 => new ProviderMoney(2, 1, 1),
        3 => new ProviderMoney(3, 10, 1),
        _ => null,
    };

    private static FrozenDictionary<string, ProviderMoney> ReadStripe()
    {
        Dictionary<string, ProviderMoney> table = new(StringComparer.Ordinal);
        Add(
            """
            AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CNY COP CRC CVE CZK DKK DOP
            DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR JMD KES KGS KHR KYD KZT LAK LBP LKR LRD LSL MAD
            MDL MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SEK
            SGD SHP SLE SOS SRD SZL THB TJS TOP TRY TTD TWD TZS UAH USD UYU UZS WST XCD YER ZAR ZMW
            """,
            new ProviderMoney(2, 1, 0));
        Add("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF", new ProviderMoney(0, 1, 0));
        Add("ISK UGX", new ProviderMoney(2, 100, 0));
        Add("BHD JOD KWD OMR TND", new ProviderMoney(3, 10, 0));
        foreach ((decimal minimum, string codes) in ((decimal, string)[])
        [
            (0.30m, "GBP"),
            (0.50m, "AUD BRL CAD CHF EUR INR NZD SGD USD"),
            (1m, "BGN"),
            (2m, "AED MYR PLN RON"),
            (2.50m, "DKK"),
            (3m, "NOK SEK"),
            (4m, "HKD"),
            (10m, "MXN THB"),
            (15m, "CZK"),
            (50m, "JPY"),
            (175m, "HUF"),
        ])
        {
            foreach (string code in Split(codes))
            {
                table[code] = table[code] with { Minimum = minimum };
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string codes, ProviderMoney money)
        {
            foreach (string code in Split(codes))
            {
                table.Add(code, money);
            }
        }
    }

    private static string[] Split(string codes) => codes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
