namespace WhatsCommerce.Webhooks;

/// <summary>Represents the kind of entity of an alert (<c>entity_type</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_alerts.</remarks>
[OpenWord]
public readonly partial record struct AlertEntityType
{
    /// <summary>The business portfolio.</summary>
    [Word("BUSINESS")]
    public static partial AlertEntityType Business { get; }

    /// <summary>A number.</summary>
    [Word("PHONE_NUMBER")]
    public static partial AlertEntityType PhoneNumber { get; }

    /// <summary>The profile of a number.</summary>
    [Word("CURRENT_STATUS_ID")]
    public static partial AlertEntityType Profile { get; }
}
