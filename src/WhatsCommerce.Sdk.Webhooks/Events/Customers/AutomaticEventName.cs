namespace WhatsCommerce.Webhooks;

/// <summary>What Meta found in a conversation (<c>event_name</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/automatic_events.</remarks>
public readonly record struct AutomaticEventName
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public AutomaticEventName(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>A customer gave contact details.</summary>
    public static AutomaticEventName LeadSubmitted { get; } = new("LeadSubmitted");

    /// <summary>A customer bought.</summary>
    public static AutomaticEventName Purchase { get; } = new("Purchase");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "LeadSubmitted" or "Purchase";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
