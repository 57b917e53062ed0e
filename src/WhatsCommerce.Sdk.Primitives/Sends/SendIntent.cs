using System.Buffers.Text;
using System.Security.Cryptography;

namespace WhatsCommerce;

/// <summary>The intent to send a message, stored before the message is posted. Contains only hashes, no phone number and no text.</summary>
public sealed class SendIntent
{
    /// <summary>Initializes the intent of one attempt.</summary>
    /// <param name="key">The key of the send.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="content">The message without its recipient and without the callback data that is derived from the key.</param>
    /// <param name="callbackData">The app's own callback data; absent when the message has <see cref="SendKey.CallbackData"/>.</param>
    public SendIntent(SendKey key, Recipient to, ReadOnlySpan<byte> content, string? callbackData = null)
    {
        Key = key;
        RecipientHash = HashOf(to);
        ContentHash = Base64Url.EncodeToString(SHA256.HashData(content));
        CallbackDataHash = string.IsNullOrEmpty(callbackData) ? null : HashOf(key.From, callbackData);
    }

    /// <summary>Gets the key of the send.</summary>
    public SendKey Key { get; }

    /// <summary>Gets the hash of the recipient: the same for each way to write it.</summary>
    public string RecipientHash { get; }

    /// <summary>Gets the hash of the content: a different hash means that the key is used for another message.</summary>
    public string ContentHash { get; }

    /// <summary>
    /// Gets the hash of the app's own callback data; <see langword="null"/> when the message has <see cref="SendKey.CallbackData"/>.
    /// </summary>
    public string? CallbackDataHash { get; }

    /// <summary>Gets the id that distinguishes this attempt from all others under the key.</summary>
    public Guid Attempt { get; } = Guid.NewGuid();

    /// <summary>
    /// Returns the hash of a recipient, the same for each way to write it and for each form of a line
    /// (<see cref="PhoneNumber.IsSameLineAs"/>).
    /// </summary>
    /// <param name="to">The recipient.</param>
    public static string HashOf(Recipient to) =>
        SendKey.HashOf(to.Kind.ToString(), to.Kind == RecipientKind.PhoneNumber ? PhoneNumber.LineOf(to.Value) : to.Value);

    /// <summary>Returns the hash of callback data.</summary>
    /// <param name="from">The number that sends.</param>
    /// <param name="callbackData">The callback data.</param>
    public static string HashOf(PhoneNumberId from, string callbackData) => SendKey.HashOf(from.Value, callbackData);

    /// <summary>Returns the key, without content.</summary>
    public override string ToString() => $"{Key}";
}
