namespace WhatsCommerce.Webhooks;

/// <summary>A lower price that was reached by volume (<c>volume_tier_info</c>).</summary>
[WebhookPart]
public sealed record VolumeTier
{
    /// <summary><c>tier_update_time</c>.</summary>
    [Wire("tier_update_time")]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary><c>pricing_category</c>: what the price is for.</summary>
    [Wire("pricing_category")]
    public TemplateCategory Category { get; init; }

    /// <summary><c>tier</c>: from how many to how many messages, <c>25000001:50000000</c>.</summary>
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
