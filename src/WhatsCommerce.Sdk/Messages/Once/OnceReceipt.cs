namespace WhatsCommerce.Messages;

/// <summary>The outcome of a send with a key.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="SentBefore">When an earlier call sent the message; <see langword="null"/> when this call sent it.</param>
internal readonly record struct OnceReceipt(MessageReceipt Receipt, DateTimeOffset? SentBefore);
