using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace WhatsCommerce;

/// <summary>
/// Makes the <c>flow_token</c> of a flow say, on its own and signed, what the form is about, such as the id of an order. Nothing is stored:
/// the endpoint's requests and the reply bring the token back, and the signature tells whether it is yours and still valid.
/// </summary>
/// <remarks>
/// The value can be read by anyone who has the token: put an id in it, not a secret. A valid token may come more than once. Safe for use
/// from several threads.
/// </remarks>
public sealed class FlowTokenSigner
{
    /// <summary>The longest value, in bytes of UTF-8.</summary>
    public static int MaxValueBytes => 256;

    /// <summary>The minimum length in characters of a secret.</summary>
    public static int MinSecretLength => 16;

    private const int TimeLength = sizeof(long);
    private const int HashLength = HMACSHA256.HashSizeInBytes;

    private readonly byte[] _key;
    private readonly TimeProvider _time;

    /// <summary>Initializes a signer.</summary>
    /// <param name="secret">A secret of the app, of at least <see cref="MinSecretLength"/> characters, the same on all instances.</param>
    /// <param name="flow">What the tokens are for, such as the name of the flow: a token of another is not valid.</param>
    /// <param name="time">The clock; the system's by default.</param>
    /// <exception cref="ArgumentException">The secret is too short, or the flow is empty.</exception>
    public FlowTokenSigner(string secret, string flow, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentException.ThrowIfNullOrEmpty(flow);
        if (secret.Length < MinSecretLength)
        {
            throw new ArgumentException(
                $"The secret has {secret.Length} characters; it must have at least {MinSecretLength}.", nameof(secret));
        }

        // A key of its own for each flow.
        _key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes("flow_token\n" + flow));
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Makes a token.</summary>
    /// <param name="value">What the form is about; not empty, at most <see cref="MaxValueBytes"/>.</param>
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

    /// <summary>Reads a token that came back.</summary>
    /// <param name="token">The token, from anywhere.</param>
    /// <param name="value">What the form is about.</param>
    /// <returns>Whether the token was made by a signer with the same secret and flow, and is still valid.</returns>
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
