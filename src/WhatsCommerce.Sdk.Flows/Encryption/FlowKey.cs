using System.Security.Cryptography;

namespace WhatsCommerce.Flows;

/// <summary>A private key of the endpoint.</summary>
internal sealed class FlowKey
{
    private const int MinimumBits = 2048;

    private readonly RSAParameters _parameters;

    private FlowKey(RSAParameters parameters) => _parameters = parameters;

    /// <summary>Reads a key that the options' validation has accepted.</summary>
    public static FlowKey FromPem(string pem, string? passphrase)
    {
        using RSA rsa = Import(pem, passphrase);
        return new(rsa.ExportParameters(includePrivateParameters: true));
    }

    /// <summary>Describes what is wrong with a PEM, without any part of it; <see langword="null"/> if it is valid.</summary>
    public static string? FindFault(string? pem, string? passphrase)
    {
        if (string.IsNullOrWhiteSpace(pem))
        {
            return "is empty.";
        }

        try
        {
            using RSA rsa = Import(pem, passphrase);
            _ = rsa.ExportParameters(includePrivateParameters: true);
            return rsa.KeySize < MinimumBits ? $"has {rsa.KeySize} bits; Meta asks for {MinimumBits}." : null;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return pem.Contains("PUBLIC KEY", StringComparison.Ordinal)
                ? "is a public key: that one belongs to Meta. The endpoint needs the private key."
                : "is no PEM of an RSA private key, or the Passphrase is not its own. It begins with -----BEGIN PRIVATE KEY-----, with "
                    + "line breaks as in the file.";
        }
    }

    /// <summary>Decrypts the AES key of a request.</summary>
    /// <returns>The AES key; <see langword="null"/> when it was encrypted for another private key.</returns>
    public byte[]? TryDecrypt(byte[] encrypted)
    {
        // RSA instances are not thread-safe; creating one from parameters is cheap compared with the decryption.
        using RSA rsa = RSA.Create(_parameters);
        try
        {
            return rsa.Decrypt(encrypted, RSAEncryptionPadding.OaepSHA256);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static RSA Import(string pem, string? passphrase)
    {
        RSA rsa = RSA.Create();
        try
        {
            if (pem.Contains("ENCRYPTED", StringComparison.Ordinal))
            {
                rsa.ImportFromEncryptedPem(pem, passphrase ?? "");
            }
            else
            {
                rsa.ImportFromPem(pem);
            }

            return rsa;
        }
        catch
        {
            rsa.Dispose();
            throw;
        }
    }
}
