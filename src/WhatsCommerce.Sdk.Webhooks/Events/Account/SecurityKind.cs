namespace WhatsCommerce.Webhooks;

/// <summary>What happened to the PIN of a number (<c>event</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/security.</remarks>
public readonly record struct SecurityKind
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public SecurityKind(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It was set or changed in WhatsApp Manager.</summary>
    public static SecurityKind PinChanged { get; } = new("PIN_CHANGED");

    /// <summary>Somebody asked to turn two-step verification off: <see cref="SecurityEvent.Requester"/>.</summary>
    public static SecurityKind PinResetRequest { get; } = new("PIN_RESET_REQUEST");

    /// <summary>Two-step verification was turned off.</summary>
    public static SecurityKind PinResetSuccess { get; } = new("PIN_RESET_SUCCESS");

    /// <summary>Two-step verification was turned off, as the page spells it.</summary>
    public static SecurityKind PinRequestSuccess { get; } = new("PIN_REQUEST_SUCCESS");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "PIN_CHANGED" or "PIN_RESET_REQUEST" or "PIN_RESET_SUCCESS" or "PIN_REQUEST_SUCCESS";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
