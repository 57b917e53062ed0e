using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace WhatsCommerce.Flows;

/// <summary>An encrypted request: the data, encrypted with a key of the device, and this key, encrypted with the public key.</summary>
/// <param name="Data">The data, with the tag at the end.</param>
/// <param name="Key">The key.</param>
/// <param name="Nonce">The nonce.</param>
internal sealed record EncryptedFlow(byte[] Data, byte[] Key, byte[] Nonce)
{
    // Of the envelope; the data in it have a separate limit.
    private const int EnvelopeDepth = 4;

    private const int DataDepth = 64;

    // Enough for an RSA key of 16384 bits; Meta requires 2048.
    private const int MaxKeyLength = 2048;

    /// <summary>Reads the body of a request.</summary>
    /// <returns>The request; <see langword="null"/> when the body is malformed.</returns>
    public static EncryptedFlow? TryParse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body, new() { MaxDepth = EnvelopeDepth });
            return document.RootElement is { ValueKind: JsonValueKind.Object } envelope
                && TryRead(envelope, "encrypted_flow_data"u8) is { } data
                && TryRead(envelope, "encrypted_aes_key"u8) is { Length: <= MaxKeyLength } key
                && TryRead(envelope, "initial_vector"u8) is { Length: FlowCipher.NonceLength } nonce
                ? new(data, key, nonce)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Decrypts the request with the first key that fits.</summary>
    /// <returns>The request and the device's key; <see langword="null"/> when no key fits, or the data were modified in transit.</returns>
    public OpenedFlow? TryOpen(IEnumerable<FlowKey> keys)
    {
        foreach (FlowKey privateKey in keys)
        {
            if (privateKey.TryDecrypt(Key) is { Length: FlowCipher.KeyLength } key)
            {
                return FlowCipher.TryDecrypt(key, Nonce, Data) is { } json ? new(json, key, FlowCipher.Invert(Nonce)) : null;
            }
        }

        return null;
    }

    /// <summary>Reads a decrypted request.</summary>
    /// <returns>The request; <see langword="null"/> when it is not a JSON object.</returns>
    public static FlowRequest? TryRead(ReadOnlyMemory<byte> json)
    {
        JsonElement request;
        try
        {
            request = JsonElement.Parse(json.Span, new() { MaxDepth = DataDepth });
        }
        catch (JsonException)
        {
            return null;
        }

        return request.ValueKind != JsonValueKind.Object
            ? null
            : new()
            {
                Version = Text(request, "version"u8),
                Action = new(Text(request, "action"u8)!),
                SubAction = Text(request, "sub_action"u8),
                Screen = Text(request, "screen"u8),
                Token = Text(request, "flow_token"u8),
                TokenSignature = Text(request, "flow_token_signature"u8),
                Data = request.TryGetProperty("data"u8, out JsonElement data) ? data : default,
            };
    }

    /// <summary>Reads a string member. A string with a lone surrogate, which devices do send, counts as absent.</summary>
    internal static string? Text(JsonElement json, ReadOnlySpan<byte> name)
    {
        if (!json.TryGetProperty(name, out JsonElement member) || member.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return member.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[]? TryRead(JsonElement envelope, ReadOnlySpan<byte> name) =>
        envelope.TryGetProperty(name, out JsonElement member)
        && member.ValueKind == JsonValueKind.String
        && member.TryGetBytesFromBase64(out byte[]? bytes)
        ? bytes
        : null;
}

/// <summary>A decrypted request, and the key and nonce for its response.</summary>
internal sealed record OpenedFlow(byte[] Json, byte[] Key, byte[] ResponseNonce)
{
    public byte[] Seal(ReadOnlySpan<byte> response)
    {
        byte[] sealedBytes = FlowCipher.Encrypt(Key, ResponseNonce, response);
        byte[] text = new byte[Base64.GetMaxEncodedToUtf8Length(sealedBytes.Length)];
        return Base64.EncodeToUtf8(sealedBytes, text, out _, out int written) == OperationStatus.Done && written == text.Length
            ? text
            : throw new CryptographicException("A response could not be encoded.");
    }
}
