namespace WhatsCommerce.Http;

/// <summary>Runs before all handlers of the app, and opens the exchange that <see cref="ExchangeGuard"/> enforces.</summary>
/// <param name="goesOnce">Whether every request that is not a read is sent once, and not only those whose body says so.</param>
internal sealed class ExchangeScope(bool goesOnce) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (goesOnce && request.Content is not MovingContent && request.Method != HttpMethod.Get)
        {
            request.Content = new OnceContent(request.Content);
        }

        if (request.Content is not MovingContent { GoesOnce: true } content)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        using SingleExchange exchange = new(content, request, cancellationToken);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (exchange.Response is not null)
        {
            // What came over the connection is what happened, whatever a handler turns it into.
            return (await exchange.Response!.ConfigureAwait(false)).ToResponse(request);
        }
    }
}
