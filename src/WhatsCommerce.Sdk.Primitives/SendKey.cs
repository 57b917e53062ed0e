using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace WhatsCommerce;

/// <summary>What a send is remembered by: the number that sends it, and the app's <c>OnceKey</c>, hashed.</summary>
/// <remarks>The key itself is not kept, because it may hold a customer's number. Two numbers may use the same key for different messages.</remarks>
public readonly record struct SendKey
{
    private const string CallbackPrefix = "once.";

    // 32 bytes in base64url, without padding.
    private const int HashLength = 43;

    private static readonly SearchValues<char> HashCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Makes the key of a send.</summary>
    /// <param name="from">The id of the phone number that sends.</param>
    /// <param name="onceKey">As given to <c>SendOptions.OnceKey</c>.</param>
    /// <exception cref="ArgumentException">Number or key is absent.</exception>
    public SendKey(PhoneNumberId from, string onceKey)
    {
        if (!from.HasValue)
        {
            throw new ArgumentException("The id of the number that sends is required.", nameof(from));
        }

        From = from;
        Hash = HashOf(NotBlank(onceKey));
    }

    /// <summary>The id of the phone number that sends.</summary>
    public PhoneNumberId From { get; private init; }

    /// <summary>The key, hashed: 43 letters, digits, <c>-</c> and <c>_</c>.</summary>
    public string Hash { get; private init; }

    /// <summary>What a message carries as callback data unless the app gives some of its own; it comes back in each of its statuses.</summary>
    public string CallbackData => CallbackPrefix + Hash;

    /// <summary>The callback data of messages with a key, whichever number sends them.</summary>
    /// <param name="onceKey">As given to <c>SendOptions.OnceKey</c>.</param>
    public static string CallbackDataOf(string onceKey) => CallbackPrefix + HashOf(NotBlank(onceKey));

    /// <summary>Finds the key of the message that a status is about.</summary>
    /// <param name="from">The number that the status is for.</param>
    /// <param name="callbackData">The callback data in the status.</param>
    /// <param name="key">The key.</param>
    /// <returns>Whether the callback data is such as <see cref="CallbackData"/>, and not the app's own.</returns>
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

    /// <summary>Makes one key of several parts, from which none of them can be read: SHA-256, in base64url.</summary>
    /// <remarks>
    /// For keys of your own: <c>SendKey.HashOf("reminder", customer, date)</c>. Each part counts with its length, so that "ab", "c" and "a",
    /// "bc" give different keys.
    /// </remarks>
    /// <param name="parts">What tells this send from all others.</param>
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

    /// <summary>Number and hash: what a store of keys may go by.</summary>
    public override string ToString() => $"{From}/{Hash}";

    private static string NotBlank(string onceKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(onceKey);
        return onceKey;
    }
}
