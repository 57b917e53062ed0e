using System.Security.Cryptography;

namespace WhatsCommerce.Http;

/// <summary>The expected SHA-256 of a file, compared with the bytes that arrive.</summary>
internal sealed class ExpectedHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _expected;
    private bool _isOver;

    private ExpectedHash(byte[] expected) => _expected = expected;

    /// <summary>Parses the hash: Meta writes it in hexadecimal in responses about media, and in base64 in webhooks.</summary>
    /// <returns>The hash, or <see langword="null"/> when the text is not a hash; the file is not compared then.</returns>
    public static ExpectedHash? Parse(string? text)
    {
        byte[] hash = new byte[SHA256.HashSizeInBytes];
        text = text?.Trim();
        bool isHash = text?.Length == 2 * hash.Length
            ? Convert.FromHexString(text, hash, out _, out _) == OperationStatus.Done
            : text is not null && Convert.TryFromBase64String(text, hash, out int length) && length == hash.Length;
        return isHash ? new ExpectedHash(hash) : null;
    }

    /// <summary>Adds the next piece.</summary>
    /// <exception cref="IOException">It was the last piece, and the hash of the file is different.</exception>
    public void Take(ReadOnlySpan<byte> piece, bool isEnd)
    {
        if (_isOver)
        {
            return;
        }

        _hash.AppendData(piece);
        if (!isEnd)
        {
            return;
        }

        _isOver = true;
        if (!_hash.GetHashAndReset().AsSpan().SequenceEqual(_expected))
        {
            throw new IOException(
                "The file has another SHA-256 than Meta names for it: it was changed or damaged on its way. Download it again.");
        }
    }

    public void Dispose() => _hash.Dispose();
}
