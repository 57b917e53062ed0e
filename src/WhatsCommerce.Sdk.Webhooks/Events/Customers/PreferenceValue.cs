namespace WhatsCommerce.Webhooks;

/// <summary>What a customer prefers (<c>value</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/user_preferences.</remarks>
[OpenWord]
public readonly partial record struct PreferenceValue
{
    /// <summary>No more of them: do not send any.</summary>
    [Word("stop")]
    public static partial PreferenceValue Stop { get; }

    /// <summary>They may come again.</summary>
    [Word("resume")]
    public static partial PreferenceValue Resume { get; }
}
