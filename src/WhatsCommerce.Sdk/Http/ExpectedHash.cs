using System.Security.Cryptography;

namespace WhatsCommerce.Http;

/// <summary>The SHA-256 that a file must have, compared with what arrives.</summary>
internal sealed class ExpectedHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _expected;
    private bool _isOver;

    private ExpectedHash(byte[] expected) => _expected = expected;

    /// <summary>Takes it from its text: Meta writes it in hexadecimal where a file is asked for, and in base64 in webhooks.</summary>
    /// <returns>The hash, or <see langword="null"/> for what is none: then there is nothing to compare with.</returns>
    public static ExpectedHash? Parse(string? text)
    {
        byte[] hash = new byte[SHA256.HashSizeInBytes];
        text = text?.Trim();
        bool isHash = text?.Length == 2 * hash.Length
            ? Convert.FromHexString(text, hash, out _, out _) == OperationStatus.Done
            : text is not null && Convert.TryFromBase64String(text, hash, out int length) && length == hash.Length;
        return isHash ? new ExpectedHash(hash) : null;
    }

    /// <summary>Takes the next piece.</summary>
    /// <exception cref="IOException">It was the last one, and the file is another.</exception>
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
