using System.Buffers.Text;
using System.Security.Cryptography;

namespace WhatsCommerce;

/// <summary>That a message is about to be sent: stored before it is posted. Holds hashes only, neither number nor text.</summary>
public sealed class SendIntent
{
    /// <summary>Makes the intent of one attempt.</summary>
    /// <param name="key">What the send is remembered by.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="content">The message without its recipient and without the callback data that comes from the key.</param>
    /// <param name="callbackData">The callback data of the app's own; absent when the message carries <see cref="SendKey.CallbackData"/>.</param>
    public SendIntent(SendKey key, Recipient to, ReadOnlySpan<byte> content, string? callbackData = null)
    {
        Key = key;
        Recipient = HashOf(to);
        Content = Base64Url.EncodeToString(SHA256.HashData(content));
        CallbackData = string.IsNullOrEmpty(callbackData) ? null : HashOf(key.From, callbackData);
    }

    /// <summary>What the send is remembered by.</summary>
    public SendKey Key { get; }

    /// <summary>The hash of the recipient: the same for each way to write it.</summary>
    public string Recipient { get; }

    /// <summary>The hash of the content: another one means that the key is used for another message.</summary>
    public string Content { get; }

    /// <summary>The hash of callback data of the app's own; <see langword="null"/> when the message carries <see cref="SendKey.CallbackData"/>.</summary>
    public string? CallbackData { get; }

    /// <summary>Tells this attempt from all others under the key.</summary>
    public Guid Attempt { get; } = Guid.NewGuid();

    /// <summary>The hash of a recipient, the same for each way to write it and for each form of a line (<see cref="PhoneNumber.IsSameLineAs"/>).</summary>
    /// <param name="to">The recipient.</param>
    public static string HashOf(Recipient to) =>
        SendKey.HashOf(to.Kind.ToString(), to.Kind == RecipientKind.PhoneNumber ? PhoneNumber.LineOf(to.Value) : to.Value);

    /// <summary>The hash of callback data.</summary>
    /// <param name="from">The number that sends.</param>
    /// <param name="callbackData">The callback data.</param>
    public static string HashOf(PhoneNumberId from, string callbackData) => SendKey.HashOf(from.Value, callbackData);

    /// <summary>The key; no content.</summary>
    public override string ToString() => $"{Key}";
}
