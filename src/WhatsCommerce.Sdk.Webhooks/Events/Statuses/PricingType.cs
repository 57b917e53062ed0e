namespace WhatsCommerce.Webhooks;

/// <summary>Whether a message is charged, and why not: an open value.</summary>
/// <remarks>Source: Meta, whatsapp/pricing.</remarks>
public readonly record struct PricingType
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public PricingType(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It is charged.</summary>
    public static PricingType Regular { get; } = new("regular");

    /// <summary>Free: inside the customer service window.</summary>
    public static PricingType FreeCustomerService { get; } = new("free_customer_service");

    /// <summary>Free: the conversation began at an ad or a page's button.</summary>
    public static PricingType FreeEntryPoint { get; } = new("free_entry_point");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is
        "regular" or "free_customer_service" or "free_entry_point";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
