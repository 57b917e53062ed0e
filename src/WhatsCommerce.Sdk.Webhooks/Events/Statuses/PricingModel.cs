namespace WhatsCommerce.Webhooks;

/// <summary>How messages are charged: an open value.</summary>
/// <remarks>Source: Meta, whatsapp/pricing.</remarks>
public readonly record struct PricingModel
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public PricingModel(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>By conversation; until 1 July 2025.</summary>
    public static PricingModel Conversation { get; } = new("CBP");

    /// <summary>By message.</summary>
    public static PricingModel Message { get; } = new("PMP");

    /// <summary>By notification; older still.</summary>
    public static PricingModel NotificationBased { get; } = new("NBP");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is
        "CBP" or "PMP" or "NBP";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
