namespace WhatsCommerce.Webhooks;

/// <summary>Represents a country in which international rates apply from a different time (<c>exception_countries[]</c>).</summary>
[WebhookPart]
public sealed record InternationalRateCountry
{
    /// <summary><c>country_code</c>, as ISO 3166-1 alpha-2.</summary>
    [Wire("country_code")]
    public string? Country { get; init; }

    /// <summary><c>start_time</c>: when the rates start to apply in the country.</summary>
    [Wire("start_time")]
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
