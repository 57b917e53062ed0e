namespace WhatsCommerce.Webhooks;

/// <summary>Why a customer sent address cards: an open value.</summary>
/// <remarks>Source: Meta, business-scoped-user-ids.</remarks>
public readonly record struct ContactOrigin
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public ContactOrigin(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The customer answered a request for the own number.</summary>
    public static ContactOrigin ContactRequest { get; } = new("contact_request");

    /// <summary>The customer sent them unasked.</summary>
    public static ContactOrigin Other { get; } = new("other");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "contact_request" or "other";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
