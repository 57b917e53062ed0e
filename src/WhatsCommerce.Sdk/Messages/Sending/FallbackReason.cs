namespace WhatsCommerce.Messages;

/// <summary>Whether the message of a pair was sent or its <see cref="AddressedMessage.Fallback"/>, and why.</summary>
public enum FallbackReason
{
    /// <summary>The message itself was sent, or tried.</summary>
    None,

    /// <summary>The fallback: <see cref="AddressedMessage.WindowEndsAt"/> was over.</summary>
    WindowEnded,

    /// <summary>The fallback: Meta refused the message with error 131047, because the window was closed.</summary>
    WindowRefused,

    /// <summary>The fallback: an earlier call with the same <see cref="SendOptions.OnceKey"/> sent it, or tried to.</summary>
    SentBefore,

    /// <summary>
    /// The fallback: Meta had accepted the message, and reported error 131047 in a <c>failed</c> status later. In campaigns only.
    /// </summary>
    WindowReported,
}
