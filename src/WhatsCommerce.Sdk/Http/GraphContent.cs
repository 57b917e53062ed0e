using System.Net.Http.Headers;

namespace WhatsCommerce.Http;

/// <summary>A JSON body.</summary>
internal sealed class GraphContent : MovingContent
{
    // Large enough for a whole message in the first piece; a batch of items needs hundreds of pieces.
    private const int Piece = 128 * 1024;

    // Less than the ten seconds that container hosts grant an app to stop.
    private static readonly TimeSpan TimeForResponse = TimeSpan.FromSeconds(5);

    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    private readonly byte[] _body;

    public GraphContent(byte[] body)
    {
        _body = body;
        Headers.ContentType = Json;
    }

    protected override TimeSpan TimeAfterCancellation => GoesOnce ? TimeForResponse : TimeSpan.Zero;

    protected override Task WriteBodyAsync(Stream stream, CancellationToken cancellationToken) =>
        _body.Length <= Piece ? stream.WriteAsync(_body, cancellationToken).AsTask() : WritePiecesAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    private async Task WritePiecesAsync(Stream stream, CancellationToken cancellationToken)
    {
        for (int start = 0; start < _body.Length; start += Piece)
        {
            await stream.WriteAsync(_body.AsMemory(start, Math.Min(Piece, _body.Length - start)), cancellationToken).ConfigureAwait(false);
            Moved();
        }
    }
}
