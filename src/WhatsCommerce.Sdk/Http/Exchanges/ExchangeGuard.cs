using System.Net.Http.Headers;

namespace WhatsCommerce.Http;

/// <summary>Runs after all handlers of the app, before the connection, and sends a request that must be sent once only once.</summary>
internal sealed class ExchangeGuard : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SingleExchange.Of(request) is { } exchange
            ? SendOnceAsync(exchange, request, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendOnceAsync(
        SingleExchange exchange, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Task<ExchangeResponse> exchanged = exchange.MakeAsync(end => ExchangeAsync(exchange, request, end));
        return (await exchanged.WaitAsync(cancellationToken).ConfigureAwait(false)).ToResponse(request);
    }

    private async Task<ExchangeResponse> ExchangeAsync(
        SingleExchange exchange, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A copy, since the handler may dispose or change its request while this one is still on its way.
        using HttpRequestMessage leaving = new(request.Method, request.RequestUri)
        {
            Version = request.Version,
            VersionPolicy = request.VersionPolicy,
            Content = new LeavingContent(exchange, request.Content ?? new ByteArrayContent([])),
        };
        Copy(request.Headers, leaving.Headers);
        foreach ((string name, object? value) in request.Options)
        {
            leaving.Options.Set(new HttpRequestOptionsKey<object?>(name), value);
        }

        using HttpResponseMessage response = await base.SendAsync(leaving, cancellationToken).ConfigureAwait(false);
        return await ExchangeResponse.ReadAsync(response, cancellationToken).ConfigureAwait(false);
    }

    private static void Copy(HttpHeaders from, HttpHeaders to)
    {
        foreach ((string name, HeaderStringValues values) in from.NonValidated)
        {
            to.TryAddWithoutValidation(name, values);
        }
    }

    /// <summary>The body as the last handler left it, which records when it is written.</summary>
    private sealed class LeavingContent : HttpContent
    {
        private readonly SingleExchange _exchange;
        private readonly HttpContent _content;

        public LeavingContent(SingleExchange exchange, HttpContent content)
        {
            _exchange = exchange;
            _content = content;
            Copy(content.Headers, Headers);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            _exchange.BeginWriting();
            return _content.CopyToAsync(stream, context, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _content.Headers.ContentLength ?? 0;
            return _content.Headers.ContentLength is not null;
        }
    }
}
