namespace WhatsCommerce.Http;

/// <summary>Stands before all handlers of the app, and opens the exchange that <see cref="ExchangeGuard"/> keeps.</summary>
internal sealed class ExchangeScope : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not MovingContent { GoesOnce: true } content)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        using SingleExchange exchange = new(content, request, cancellationToken);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (exchange.Answer is not null)
        {
            // What came over the connection is what happened, whatever a handler makes of it.
            return (await exchange.Answer!.ConfigureAwait(false)).ToResponse(request);
        }
    }
}
