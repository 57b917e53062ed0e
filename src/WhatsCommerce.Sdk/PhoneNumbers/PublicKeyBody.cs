using System.Security.Cryptography;

namespace WhatsCommerce.PhoneNumbers;

/// <summary>The JSON that sets the public key. Meta shows form fields; like everywhere in the Graph API, JSON works as well.</summary>
internal sealed record PublicKeyBody(string? BusinessPublicKey)
{
    public void Check()
    {
        Violations violations = new();
        if (FindFault() is { } fault)
        {
            violations.Add("business_public_key", ViolationRule.Format, fault);
        }

        violations.ThrowIfAny("The public key was not sent");
    }

    private string? FindFault()
    {
        if (BusinessPublicKey?.Contains("PRIVATE KEY", StringComparison.Ordinal) == true)
        {
            return "This is a private key, which never leaves the app: send the public key, such as `openssl rsa -pubout` prints.";
        }

        using RSA rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(BusinessPublicKey ?? "");
            return rsa.KeySize == PhoneNumberLimits.PublicKeyBits
                ? null
                : $"The key has {rsa.KeySize} bits; Meta asks for an RSA key of {PhoneNumberLimits.PublicKeyBits}.";
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return "The key must be the PEM of an RSA public key, which begins with -----BEGIN PUBLIC KEY-----.";
        }
    }
}
