namespace WhatsCommerce.Webhooks;

/// <summary>Represents the kind of event of a number's PIN (<c>event</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/security.</remarks>
[OpenWord]
public readonly partial record struct SecurityKind
{
    /// <summary>It was set or changed in WhatsApp Manager.</summary>
    [Word("PIN_CHANGED")]
    public static partial SecurityKind PinChanged { get; }

    /// <summary>Somebody requested to disable two-step verification: <see cref="SecurityEvent.Requester"/>.</summary>
    [Word("PIN_RESET_REQUEST")]
    public static partial SecurityKind PinResetRequest { get; }

    /// <summary>Two-step verification was disabled.</summary>
    [Word("PIN_RESET_SUCCESS")]
    public static partial SecurityKind PinResetSuccess { get; }

    /// <summary>Two-step verification was disabled, as Meta's page spells it.</summary>
    [Word("PIN_REQUEST_SUCCESS")]
    public static partial SecurityKind PinRequestSuccess { get; }
}
