using System.Net;
using System.Net.Http.Headers;

namespace WhatsCommerce.Http;

/// <summary>A JSON body that remembers whether it began to be written: before that, the server cannot have seen the request.</summary>
internal sealed class GraphContent : HttpContent
{
    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    private readonly byte[] _body;

    public GraphContent(byte[] body)
    {
        _body = body;
        Headers.ContentType = Json;
    }

    public bool WritingBegan { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        WritingBegan = true;
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
