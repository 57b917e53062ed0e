namespace WhatsCommerce.Messages;

/// <summary>The outcome of a send with a key.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="SentBefore">When it was sent, if that was an earlier call; <see langword="null"/> when this one sent it.</param>
internal readonly record struct OnceReceipt(MessageReceipt Receipt, DateTimeOffset? SentBefore);
