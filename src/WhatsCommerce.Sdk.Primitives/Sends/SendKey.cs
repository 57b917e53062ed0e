using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace WhatsCommerce;

/// <summary>The key of a send: the number that sends it, and the hash of the app's <c>OnceKey</c>.</summary>
/// <remarks>
/// The key itself is not kept, because it may contain a customer's phone number. Two numbers may use the same key for different messages.
/// </remarks>
public readonly record struct SendKey
{
    private const string CallbackPrefix = "once.";

    // 32 bytes in base64url, without padding.
    private const int HashLength = 43;

    private static readonly SearchValues<char> HashCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Initializes the key of a send.</summary>
    /// <param name="from">The id of the phone number that sends.</param>
    /// <param name="onceKey">The value of <c>SendOptions.OnceKey</c>.</param>
    /// <exception cref="ArgumentException">The number or the key is absent.</exception>
    public SendKey(PhoneNumberId from, string onceKey)
    {
        if (!from.HasValue)
        {
            throw new ArgumentException("The id of the number that sends is required.", nameof(from));
        }

        From = from;
        Hash = HashOf(NotBlank(onceKey));
    }

    /// <summary>Gets the id of the phone number that sends.</summary>
    public PhoneNumberId From { get; private init; }

    /// <summary>Gets the hash of the key: 43 letters, digits, <c>-</c> and <c>_</c>.</summary>
    public string Hash { get; private init; }

    /// <summary>
    /// Gets the callback data that a message carries unless the app sets its own; Meta returns it in each of the message's statuses.
    /// </summary>
    public string CallbackData => CallbackPrefix + Hash;

    /// <summary>Returns the callback data of messages with a key, whichever number sends them.</summary>
    /// <param name="onceKey">The value of <c>SendOptions.OnceKey</c>.</param>
    public static string CallbackDataOf(string onceKey) => CallbackPrefix + HashOf(NotBlank(onceKey));

    /// <summary>Finds the key of the message that a status is about.</summary>
    /// <param name="from">The number that the status is for.</param>
    /// <param name="callbackData">The callback data in the status.</param>
    /// <param name="key">The key.</param>
    /// <returns>Whether the callback data has the form of <see cref="CallbackData"/>, and is not the app's own.</returns>
    public static bool TryFromCallbackData(PhoneNumberId from, [NotNullWhen(true)] string? callbackData, out SendKey key)
    {
        key = default;
        if (!from.HasValue || callbackData?.Length != CallbackPrefix.Length + HashLength
            || !callbackData.StartsWith(CallbackPrefix, StringComparison.Ordinal)
            || callbackData.AsSpan(CallbackPrefix.Length).ContainsAnyExcept(HashCharacters))
        {
            return false;
        }

        key = new SendKey { From = from, Hash = callbackData[CallbackPrefix.Length..] };
        return true;
    }

    /// <summary>Combines several parts into one key from which none of them can be read: SHA-256, in base64url.</summary>
    /// <remarks>
    /// For keys of your own: <c>SendKey.HashOf("reminder", customer, date)</c>. Each part is hashed with its length, so that "ab", "c" and
    /// "a", "bc" give different keys.
    /// </remarks>
    /// <param name="parts">The parts that distinguish this send from all others.</param>
    public static string HashOf(params ReadOnlySpan<string?> parts)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (string? part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, part?.Length ?? -1);
            hash.AppendData(length);
            hash.AppendData(MemoryMarshal.AsBytes(part.AsSpan()));
        }

        Span<byte> value = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(value);
        return Base64Url.EncodeToString(value);
    }

    /// <summary>Returns the number and the hash, which a store can use as its key.</summary>
    public override string ToString() => $"{From}/{Hash}";

    private static string NotBlank(string onceKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(onceKey);
        return onceKey;
    }
}
