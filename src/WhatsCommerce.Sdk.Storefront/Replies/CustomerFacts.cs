namespace WhatsCommerce.Storefronts;

/// <summary>
/// Represents what the shop knows about a customer. Unknown values default to those of the phone number's country, then to those of the
/// shop.
/// </summary>
public sealed record CustomerFacts
{
    /// <summary>Gets the language, such as <c>es</c> or <c>pt-BR</c>; <see langword="null"/> when it is not known.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the IANA time zone, such as <c>America/Bogota</c>; <see langword="null"/> when it is not known.</summary>
    public string? TimeZone { get; init; }

    /// <summary>
    /// Gets a value indicating whether the customer agreed to marketing messages; <see langword="null"/> if unknown, which counts as no.
    /// </summary>
    public bool? AcceptsMarketing { get; init; }
}
