namespace WhatsCommerce.Webhooks;

/// <summary>Represents a volume tier with a lower price (<c>volume_tier_info</c>).</summary>
[WebhookPart]
public sealed record VolumeTier
{
    /// <summary><c>tier_update_time</c>: when the tier was reached.</summary>
    [Wire("tier_update_time")]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary><c>pricing_category</c>: the category of the price.</summary>
    [Wire("pricing_category")]
    public TemplateCategory Category { get; init; }

    /// <summary><c>tier</c>: the range of messages, <c>25000001:50000000</c>.</summary>
    [Wire("tier")]
    public string? Tier { get; init; }

    /// <summary><c>effective_month</c>, such as <c>2025-11</c>.</summary>
    [Wire("effective_month")]
    public string? EffectiveMonth { get; init; }

    /// <summary><c>region</c>: the market.</summary>
    [Wire("region")]
    public string? Region { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
