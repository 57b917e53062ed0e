namespace WhatsCommerce.Webhooks;

/// <summary>Represents where customers see the call button (<c>call_icon_visibility</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, calling/call-settings.</remarks>
[OpenWord]
public readonly partial record struct CallIconVisibility
{
    /// <summary>In the chat and on the profile of the business.</summary>
    [Word("DEFAULT")]
    public static partial CallIconVisibility Default { get; }

    /// <summary>Nowhere; messages with a call button can still be sent.</summary>
    [Word("DISABLE_ALL")]
    public static partial CallIconVisibility Nowhere { get; }
}
