using System.Collections.Frozen;

namespace WhatsCommerce;

/// <summary>A currency, by its ISO 4217 code.</summary>
/// <remarks>
/// A code that is not in the list is kept, with unknown <see cref="MinorUnits"/>. Letters are converted to upper case.
/// Source of the minor units: ISO 4217, list one.
/// </remarks>
public readonly record struct Currency
{
    private static readonly FrozenDictionary<string, int> MinorUnitsByCode = ReadList();

    /// <summary>Initializes the currency from its code.</summary>
    /// <param name="code">Three letters, such as <c>USD</c>; null or blank means absent.</param>
    public Currency(string? code) => Code = string.IsNullOrWhiteSpace(code) ? null : Normalize(code);

    /// <summary>Gets the code in upper case; <see langword="null"/> when it is absent.</summary>
    public string? Code { get; }

    /// <summary>Gets a value indicating whether ISO 4217 lists the currency.</summary>
    public bool IsKnown => Code is not null && MinorUnitsByCode.ContainsKey(Code);

    /// <summary>
    /// Gets the number of decimal digits of the currency: 2 for USD, 0 for JPY, 3 for KWD; <see langword="null"/> for an unknown currency.
    /// </summary>
    public int? MinorUnits => Code is not null && MinorUnitsByCode.TryGetValue(Code, out int digits) ? digits : null;

    /// <summary>Converts a code to a currency.</summary>
    /// <param name="code">Three letters, such as <c>USD</c>.</param>
    public static implicit operator Currency(string? code) => new(code);

    /// <summary>Returns the code, or an empty string when it is absent.</summary>
    public override string ToString() => Code ?? "";

    private static string Normalize(string code)
    {
        // The common case allocates nothing: an uppercase code without surrounding white space is kept as it is.
        foreach (char c in code)
        {
            if (!char.IsAsciiLetterUpper(c))
            {
                return code.Trim().ToUpperInvariant();
            }
        }

        return code;
    }

    private static FrozenDictionary<string, int> ReadList()
    {
        (int Digits, string Codes)[] list =
        [
            (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
            (2, """
                AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
                CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR
                ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV
                MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD
                SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
                """),
            (3, "BHD IQD JOD KWD LYD OMR TND"),
            (4, "CLF UYW"),
        ];
        return list
            .SelectMany(line => line.Codes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(code => (code, line.Digits)))
            .ToFrozenDictionary(pair => pair.code, pair => pair.Digits, StringComparer.Ordinal);
    }
}
