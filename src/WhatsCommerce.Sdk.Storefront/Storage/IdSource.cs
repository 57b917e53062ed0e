using System.Security.Cryptography;

namespace WhatsCommerce.Storefronts;

/// <summary>Makes ids that nobody can guess: 160 random bits as 32 characters of Crockford's alphabet in small letters.</summary>
/// <remarks>They fit wherever providers take a reference: letters and digits, at most 35 characters.</remarks>
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
