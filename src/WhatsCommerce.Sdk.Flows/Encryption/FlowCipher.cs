using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace WhatsCommerce.Flows;

/// <summary>AES-128-GCM with a 16-byte tag at the end, and the nonces that WhatsApp uses.</summary>
/// <remarks>Source: Meta, flows/guides/implementingyourflowendpoint, "Request Decryption and Encryption".</remarks>
internal static class FlowCipher
{
    public const int KeyLength = 16;
    public const int NonceLength = 16;
    public const int TagLength = 16;

    private const int BitsOfByte = 8;

    /// <summary>Encrypts, and appends the tag.</summary>
    public static byte[] Encrypt(byte[] key, byte[] nonce, ReadOnlySpan<byte> plain) => Process(true, key, nonce, plain);

    /// <summary>Decrypts a ciphertext with its tag at the end.</summary>
    /// <returns>The plaintext; <see langword="null"/> when it was modified in transit, or encrypted with another key.</returns>
    public static byte[]? TryDecrypt(byte[] key, byte[] nonce, ReadOnlySpan<byte> encrypted)
    {
        if (encrypted.Length < TagLength)
        {
            return null;
        }

        try
        {
            return Process(false, key, nonce, encrypted);
        }
        catch (InvalidCipherTextException)
        {
            return null;
        }
    }

    /// <summary>Gets the nonce of a response: that of the request with every bit inverted.</summary>
    public static byte[] Invert(byte[] nonce) => Array.ConvertAll(nonce, static part => (byte)~part);

    private static byte[] Process(bool encrypt, byte[] key, byte[] nonce, ReadOnlySpan<byte> input)
    {
        GcmBlockCipher cipher = new(AesUtilities.CreateEngine());
        cipher.Init(encrypt, new AeadParameters(new KeyParameter(key), TagLength * BitsOfByte, nonce));
        byte[] output = new byte[cipher.GetOutputSize(input.Length)];
        int written = cipher.ProcessBytes(input, output);
        cipher.DoFinal(output.AsSpan(written));
        return output;
    }
}
