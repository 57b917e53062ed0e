using System.Net;
using System.Net.Http.Headers;

namespace WhatsCommerce.Testing;

/// <summary>The body of a webhook. The time that the callback has for its response begins when it is written.</summary>
internal sealed class WebhookContent : HttpContent
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly byte[] _body;
    private readonly CancellationTokenSource _limit;
    private readonly TimeSpan _timeToRespond;

    public WebhookContent(byte[] body, CancellationTokenSource limit, TimeSpan timeToRespond)
    {
        (_body, _limit, _timeToRespond) = (body, limit, timeToRespond);
        Headers.ContentType = Json;
    }

    public bool IsWritten { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_body, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        IsWritten = true;
        _limit.CancelAfter(_timeToRespond);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
