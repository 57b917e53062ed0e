using System.Security.Cryptography;

namespace WhatsCommerce.Webhooks;

/// <summary>An HMAC-SHA256 with the key of one secret already set up, since the setup takes as long as hashing most bodies.</summary>
/// <remarks>
/// Each thread caches the few that it used last, so that none is shared and no lock is needed. A secret that is no longer used is
/// overwritten by later ones, and its key cleared; the app holds its text in memory anyway.
/// </remarks>
internal sealed class KeyedHash : IDisposable
{
    // During rotation there are two secrets; rarely do several apps share one URL.
    private const int KeptByThread = 4;

    [ThreadStatic]
    private static KeyedHash?[]? t_kept;

    [ThreadStatic]
    private static int t_oldest;

    private readonly string _secret;
    private readonly IncrementalHash _hash;

    private KeyedHash(string secret)
    {
        _secret = secret;
        byte[] key = Encoding.UTF8.GetBytes(secret);
        _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>Returns the hash for a secret, for the current thread.</summary>
    public static KeyedHash For(string secret)
    {
        KeyedHash?[] kept = t_kept ??= new KeyedHash?[KeptByThread];
        foreach (KeyedHash? hash in kept)
        {
            if (hash?._secret == secret)
            {
                return hash;
            }
        }

        KeyedHash made = new(secret);
        kept[t_oldest]?.Dispose();
        kept[t_oldest] = made;
        t_oldest = (t_oldest + 1) % KeptByThread;
        return made;
    }

    public void Compute(ReadOnlySpan<byte> body, Span<byte> hash)
    {
        _hash.AppendData(body);
        _hash.GetHashAndReset(hash);
    }

    public void Dispose() => _hash.Dispose();
}
