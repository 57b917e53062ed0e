using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace WhatsCommerce;

/// <summary>
/// Creates and verifies signed values for the <c>flow_token</c> of a flow that say what the form is about, such as the id of an order.
/// Nothing is stored: requests to the endpoint and the reply contain the token, and the signature shows whether it is yours and still
/// valid.
/// </summary>
/// <remarks>
/// Anyone who has the token can read the value: use an id, not a secret. A valid token may be received more than once. Thread-safe.
/// </remarks>
public sealed class FlowTokenSigner
{
    /// <summary>The maximum length of a value, in bytes of UTF-8.</summary>
    public static int MaxValueBytes => 256;

    /// <summary>The minimum length in characters of a secret.</summary>
    public static int MinSecretLength => 16;

    private const int TimeLength = sizeof(long);
    private const int HashLength = HMACSHA256.HashSizeInBytes;

    private readonly byte[] _key;
    private readonly TimeProvider _time;

    /// <summary>Initializes a signer.</summary>
    /// <param name="secret">A secret of the app, of at least <see cref="MinSecretLength"/> characters, the same on all instances.</param>
    /// <param name="flow">The purpose of the tokens, such as the name of the flow: a token for another one is not valid.</param>
    /// <param name="time">The clock; the system's by default.</param>
    /// <exception cref="ArgumentException">The secret is too short, or the flow is empty.</exception>
    public FlowTokenSigner(string secret, string flow, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentException.ThrowIfNullOrEmpty(flow);
        if (secret.Length < MinSecretLength)
        {
            throw new ArgumentException(
                $"The secret has {Plural.Of(secret.Length, "character")}; it must have at least {MinSecretLength}.", nameof(secret));
        }

        // Each flow has its own key.
        _key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes("flow_token\n" + flow));
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Creates a signed token.</summary>
    /// <param name="value">The value, such as an id; not empty, at most <see cref="MaxValueBytes"/> bytes.</param>
    /// <param name="lifetime">How long the token is valid.</param>
    /// <returns>The token: letters, digits, <c>-</c> and <c>_</c>.</returns>
    /// <exception cref="ArgumentException">The value is empty or too long.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not positive, or longer than 10 years.</exception>
    public string Sign(string value, TimeSpan lifetime)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, TimeSpan.FromDays(3650));
        byte[] text = Encoding.UTF8.GetBytes(value);
        if (text.Length > MaxValueBytes)
        {
            throw new ArgumentException($"The value has {text.Length} bytes; a token holds at most {MaxValueBytes}.", nameof(value));
        }

        byte[] token = new byte[HashLength + TimeLength + text.Length];
        BinaryPrimitives.WriteInt64BigEndian(token.AsSpan(HashLength), (_time.GetUtcNow() + lifetime).ToUnixTimeMilliseconds());
        text.CopyTo(token.AsSpan(HashLength + TimeLength));
        HMACSHA256.HashData(_key, token.AsSpan(HashLength), token.AsSpan(0, HashLength));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Verifies a token and reads its value.</summary>
    /// <param name="token">The token, from an untrusted source.</param>
    /// <param name="value">What the form is about.</param>
    /// <returns>Whether the token was created by a signer with the same secret and flow, and is still valid.</returns>
    public bool TryRead([NotNullWhen(true)] string? token, [NotNullWhen(true)] out string? value)
    {
        value = null;
        Span<byte> bytes = stackalloc byte[HashLength + TimeLength + MaxValueBytes];
        if (token is null
            || token.Length > Base64Url.GetEncodedLength(bytes.Length)
            || !Base64Url.IsValid(token)
            || !Base64Url.TryDecodeFromChars(token, bytes, out int length)
            || length <= HashLength + TimeLength)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[HashLength];
        HMACSHA256.HashData(_key, bytes[HashLength..length], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, bytes[..HashLength])
            || BinaryPrimitives.ReadInt64BigEndian(bytes[HashLength..]) <= _time.GetUtcNow().ToUnixTimeMilliseconds())
        {
            return false;
        }

        value = Encoding.UTF8.GetString(bytes[(HashLength + TimeLength)..length]);
        return true;
    }
}
