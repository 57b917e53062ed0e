namespace WhatsCommerce.Storefronts;

/// <summary>The customary language and the time zone of the country of a phone number.</summary>
/// <remarks>
/// By country code. A country has a language only if one of the supported languages is customary: not India, where several are used, and
/// not +1, which many countries share. It has a time zone only if there is exactly one. Sources: Unicode CLDR's territory information,
/// IANA's zone1970.tab.
/// </remarks>
internal static class PhoneCountries
{
    private static readonly FrozenDictionary<string, (string? Language, string? TimeZone)> ByCode =
        new Dictionary<string, (string? Language, string? TimeZone)>
        {
            ["20"] = ("ar", "Africa/Cairo"),
            ["212"] = ("ar", "Africa/Casablanca"),
            ["213"] = ("ar", "Africa/Algiers"),
            ["216"] = ("ar", "Africa/Tunis"),
            ["218"] = ("ar", "Africa/Tripoli"),
            ["234"] = (null, "Africa/Lagos"),
            ["238"] = ("pt", "Atlantic/Cape_Verde"),
            ["239"] = ("pt", "Africa/Sao_Tome"),
            ["240"] = ("es", "Africa/Malabo"),
            ["244"] = ("pt", "Africa/Luanda"),
            ["245"] = ("pt", "Africa/Bissau"),
            ["249"] = ("ar", "Africa/Khartoum"),
            ["254"] = (null, "Africa/Nairobi"),
            ["258"] = ("pt", "Africa/Maputo"),
            ["27"] = (null, "Africa/Johannesburg"),
            ["33"] = (null, "Europe/Paris"),
            ["34"] = ("es", null),
            ["351"] = ("pt", null),
            ["353"] = ("en", "Europe/Dublin"),
            ["39"] = (null, "Europe/Rome"),
            ["44"] = ("en", "Europe/London"),
            ["49"] = (null, "Europe/Berlin"),
            ["502"] = ("es", "America/Guatemala"),
            ["503"] = ("es", "America/El_Salvador"),
            ["504"] = ("es", "America/Tegucigalpa"),
            ["505"] = ("es", "America/Managua"),
            ["506"] = ("es", "America/Costa_Rica"),
            ["507"] = ("es", "America/Panama"),
            ["51"] = ("es", "America/Lima"),
            ["52"] = ("es", null),
            ["53"] = ("es", "America/Havana"),
            ["54"] = ("es", "America/Argentina/Buenos_Aires"),
            ["55"] = ("pt", null),
            ["56"] = ("es", null),
            ["57"] = ("es", "America/Bogota"),
            ["58"] = ("es", "America/Caracas"),
            ["591"] = ("es", "America/La_Paz"),
            ["593"] = ("es", null),
            ["595"] = ("es", "America/Asuncion"),
            ["598"] = ("es", "America/Montevideo"),
            ["60"] = (null, "Asia/Kuala_Lumpur"),
            ["61"] = ("en", null),
            ["62"] = ("id", null),
            ["63"] = (null, "Asia/Manila"),
            ["64"] = ("en", null),
            ["65"] = (null, "Asia/Singapore"),
            ["90"] = (null, "Europe/Istanbul"),
            ["91"] = (null, "Asia/Kolkata"),
            ["92"] = (null, "Asia/Karachi"),
            ["961"] = ("ar", "Asia/Beirut"),
            ["962"] = ("ar", "Asia/Amman"),
            ["963"] = ("ar", "Asia/Damascus"),
            ["964"] = ("ar", "Asia/Baghdad"),
            ["965"] = ("ar", "Asia/Kuwait"),
            ["966"] = ("ar", "Asia/Riyadh"),
            ["967"] = ("ar", "Asia/Aden"),
            ["968"] = ("ar", "Asia/Muscat"),
            ["970"] = ("ar", null),
            ["971"] = ("ar", "Asia/Dubai"),
            ["973"] = ("ar", "Asia/Bahrain"),
            ["974"] = ("ar", "Asia/Qatar"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string? LanguageOf(Recipient to) => Find(to).Language;

    public static string? TimeZoneOf(Recipient to) => Find(to).TimeZone;

    /// <summary>Whether an address is a phone number of a country, by its country code.</summary>
    public static bool IsOf(Recipient to, string code) => CodeOf(to) == code;

    private static (string? Language, string? TimeZone) Find(Recipient to) =>
        CodeOf(to) is string code ? ByCode.GetValueOrDefault(code) : default;

    private static string? CodeOf(Recipient to) => to is { Kind: RecipientKind.PhoneNumber, Value: string number }
        ? NumberingPlan.Find(number.AsSpan().TrimStart('+'))?.Code
        : null;
}
