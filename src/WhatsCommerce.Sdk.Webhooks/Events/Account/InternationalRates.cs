namespace WhatsCommerce.Webhooks;

/// <summary>Represents when international rates for authentication start to apply (<c>auth_international_rate_eligibility</c>).</summary>
[WebhookPart]
public sealed record InternationalRates
{
    /// <summary><c>start_time</c>: in all countries without an exception.</summary>
    [Wire("start_time")]
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary><c>exception_countries</c>: the countries with another time.</summary>
    [Wire("exception_countries")]
    public IReadOnlyList<InternationalRateCountry> Exceptions { get; init; } = [];

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
