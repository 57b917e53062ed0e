namespace WhatsCommerce.Http;

/// <summary>
/// A body of a third-party client that is sent once. A POST without content, which HttpClient would retry, gets an empty one.
/// </summary>
internal sealed class OnceContent : MovingContent
{
    private readonly HttpContent _content;

    public OnceContent(HttpContent? content)
    {
        GoesOnce = true;
        _content = content ?? new ByteArrayContent([]);
        foreach ((string name, System.Net.Http.Headers.HeaderStringValues values) in _content.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override Task WriteBodyAsync(Stream stream, CancellationToken cancellationToken) =>
        _content.CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? 0;
        return _content.Headers.ContentLength is not null;
    }
}
