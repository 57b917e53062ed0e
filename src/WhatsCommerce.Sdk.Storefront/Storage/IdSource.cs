using System.Security.Cryptography;

namespace WhatsCommerce.Storefronts;

/// <summary>Creates unguessable ids: 160 random bits as 32 lowercase characters of Crockford's alphabet.</summary>
/// <remarks>They are valid references for all providers: letters and digits, at most 35 characters.</remarks>
internal class IdSource
{
    public const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 32;

    public virtual string Next()
    {
        Span<byte> random = stackalloc byte[Length];
        RandomNumberGenerator.Fill(random);
        return string.Create(Length, random, static (text, bytes) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = Alphabet[bytes[i] & 31];
            }
        });
    }
}
