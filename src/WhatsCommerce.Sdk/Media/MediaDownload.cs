using WhatsCommerce.Http;

namespace WhatsCommerce.Media;

/// <summary>A file while it arrives. Dispose it when it was read, or when it is wanted no more.</summary>
public sealed class MediaDownload : IDisposable, IAsyncDisposable
{
    /// <summary>Makes a download, for test doubles.</summary>
    /// <param name="content">The bytes; disposed with the download.</param>
    /// <param name="contentType">The content type, or <see langword="null"/>.</param>
    /// <param name="contentLength">The size in bytes, or <see langword="null"/>.</param>
    public MediaDownload(Stream content, string? contentType = null, long? contentLength = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
        ContentType = contentType;
        ContentLength = contentLength;
    }

    internal MediaDownload(HttpResponseStream stream)
        : this(stream, stream.ContentType, stream.ContentLength)
    {
    }

    /// <summary>The bytes, read from the connection as you read them.</summary>
    /// <remarks>
    /// An <see cref="IOException"/> says that the rest did not come, or at the end that the file has another SHA-256 than
    /// <see cref="MediaFile.Sha256"/> names: what was read is not the file then.
    /// </remarks>
    public Stream Content { get; }

    /// <summary>The content type as the server gives it, or <see langword="null"/>.</summary>
    public string? ContentType { get; }

    /// <summary>The size in bytes, where the server gives it.</summary>
    public long? ContentLength { get; }

    /// <summary>Ends the download.</summary>
    public void Dispose() => Content.Dispose();

    /// <summary>Ends the download.</summary>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
