namespace WhatsCommerce.Webhooks;

/// <summary>Represents a customer's preference (<c>value</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/user_preferences.</remarks>
[OpenWord]
public readonly partial record struct PreferenceValue
{
    /// <summary>The customer opted out: send no such messages.</summary>
    [Word("stop")]
    public static partial PreferenceValue Stop { get; }

    /// <summary>The customer opted in again.</summary>
    [Word("resume")]
    public static partial PreferenceValue Resume { get; }
}
