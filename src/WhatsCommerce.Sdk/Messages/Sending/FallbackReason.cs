namespace WhatsCommerce.Messages;

/// <summary>Tells whether the message or its <see cref="AddressedMessage.Fallback"/> was sent, and why.</summary>
public enum FallbackReason
{
    /// <summary>The message itself was sent, or attempted.</summary>
    None,

    /// <summary>The fallback: <see cref="AddressedMessage.WindowEndsAt"/> had passed.</summary>
    WindowEnded,

    /// <summary>The fallback: Meta rejected the message with error 131047, because the window was closed.</summary>
    WindowRefused,

    /// <summary>The fallback: an earlier call with the same <see cref="SendOptions.OnceKey"/> sent it, or attempted to.</summary>
    SentBefore,

    /// <summary>
    /// The fallback: Meta had accepted the message, and reported error 131047 in a <c>failed</c> status later. In campaigns only.
    /// </summary>
    WindowReported,
}
