using System.Security.Cryptography;

namespace WhatsCommerce.Catalogs;

/// <summary>A running hash of the changes of a source, by which a later run recognizes the same source.</summary>
internal sealed class SourceFingerprint : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(ReadOnlySpan<byte> json) => _hash.AppendData(json);

    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Resets the hash.</summary>
    public void Reset() => _hash.GetHashAndReset();

    public void Dispose() => _hash.Dispose();
}
