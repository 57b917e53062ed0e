using System.IO.Compression;

namespace WhatsCommerce.Http;

/// <summary>Reads the body of a response from the connection into one array, up to a limit.</summary>
/// <remarks>
/// HttpClient would first copy it into its own buffer, and its decompression requests compression for every request and inspects every
/// response: for the short responses to messages both cost more than they save. Responses to reads can be long and are compressed.
/// </remarks>
internal static class ResponseBody
{
    /// <summary>The supported encodings, for the header <c>Accept-Encoding</c>.</summary>
    public const string Encodings = "gzip, br";

    /// <summary>Larger than any response of Meta.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Reads a body to its end.</summary>
    /// <exception cref="IOException">The body ended too early, is larger than any response of Meta, or has an unknown encoding.</exception>
    public static async ValueTask<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        string? encoding = content.Headers.NonValidated.TryGetValues(
            "Content-Encoding", out System.Net.Http.Headers.HeaderStringValues values)
            ? values.ToString()
            : null;
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (encoding is not null and not "identity")
        {
            Stream plain = Decompress(stream, encoding);
            await using (plain.ConfigureAwait(false))
            {
                try
                {
                    return await ReadToEndAsync(plain, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
                {
                    throw new IOException($"The response says that it is compressed with '{encoding}', and is not", exception);
                }
            }
        }

        if (content.Headers.ContentLength is not long length)
        {
            return await ReadToEndAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        RequireSize(length);
        byte[] body = new byte[length];
        for (int filled = 0; filled < body.Length;)
        {
            int read = await stream.ReadAsync(body.AsMemory(filled), cancellationToken).ConfigureAwait(false);
            filled += read > 0 ? read : throw new EndOfStreamException("The response ended too early");
        }

        return body;
    }

    private static async ValueTask<byte[]> ReadToEndAsync(Stream stream, CancellationToken cancellationToken)
    {
        using MemoryStream body = new();
        byte[] piece = new byte[16 * 1024];
        while (true)
        {
            int read = await stream.ReadAsync(piece, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return body.ToArray();
            }

            body.Write(piece, 0, read);
            RequireSize(body.Length);
        }
    }

    private static Stream Decompress(Stream stream, string encoding) => encoding switch
    {
        "gzip" or "x-gzip" => new GZipStream(stream, CompressionMode.Decompress),
        "br" => new BrotliStream(stream, CompressionMode.Decompress),
        _ => throw new IOException($"The response is compressed with '{encoding}', which was not asked for"),
    };

    private static void RequireSize(long length)
    {
        if (length > MaxBytes)
        {
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"The response is longer than {MaxBytes} bytes"));
        }
    }
}
