namespace WhatsCommerce.Webhooks;

/// <summary>Represents how a message is charged (<c>statuses[].pricing</c>).</summary>
/// <remarks>Source: Meta, whatsapp/pricing.</remarks>
[WebhookPart]
public sealed record Pricing
{
    /// <summary><c>billable</c>; Meta announced its removal: use <see cref="Type"/>.</summary>
    [Wire("billable")]
    public bool? IsBillable { get; init; }

    /// <summary><c>pricing_model</c>: how the message is charged.</summary>
    [Wire("pricing_model")]
    public PricingModel Model { get; init; }

    /// <summary><c>type</c>: charged or free, and why.</summary>
    [Wire("type")]
    public PricingType Type { get; init; }

    /// <summary><c>category</c>: the category of the rate.</summary>
    [Wire("category")]
    public PricingCategory Category { get; init; }

    /// <summary>The JSON members of the pricing that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
