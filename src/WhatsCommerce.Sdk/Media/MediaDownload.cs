namespace WhatsCommerce.Media;

/// <summary>Represents a download in progress. Dispose it after reading, or when it is no longer needed.</summary>
public sealed class MediaDownload : IDisposable, IAsyncDisposable
{
    /// <summary>Creates a download, for test doubles.</summary>
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
        : this(stream, stream.ContentType, stream.ContentLength) { }

    /// <summary>The bytes, read from the connection as you read them.</summary>
    /// <remarks>
    /// Reading throws an <see cref="IOException"/> if the connection breaks, or if the SHA-256 of the file differs from
    /// <see cref="MediaFile.Sha256"/>: discard the bytes then.
    /// </remarks>
    public Stream Content { get; }

    /// <summary>The content type that the server returned, or <see langword="null"/>.</summary>
    public string? ContentType { get; }

    /// <summary>The size in bytes, if the server returned it.</summary>
    public long? ContentLength { get; }

    /// <summary>Ends the download.</summary>
    public void Dispose() => Content.Dispose();

    /// <summary>Ends the download.</summary>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
