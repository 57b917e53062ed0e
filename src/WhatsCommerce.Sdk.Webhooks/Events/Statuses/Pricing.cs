namespace WhatsCommerce.Webhooks;

/// <summary>How a message is charged (<c>statuses[].pricing</c>).</summary>
/// <remarks>Source: Meta, whatsapp/pricing.</remarks>
public sealed record Pricing
{
    /// <summary><c>billable</c>; Meta announced that it goes away: use <see cref="Type"/>.</summary>
    public bool? IsBillable { get; init; }

    /// <summary><c>pricing_model</c>.</summary>
    public PricingModel Model { get; init; }

    /// <summary><c>type</c>: charged or free, and why.</summary>
    public PricingType Type { get; init; }

    /// <summary><c>category</c>: whose rate applies.</summary>
    public PricingCategory Category { get; init; }

    /// <summary>The members of the pricing that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
