using Microsoft.Extensions.Http;

namespace WhatsCommerce.Http;

/// <summary>
/// Puts the handlers that the app adds to our clients between <see cref="ExchangeScope"/> and <see cref="ExchangeGuard"/>. Without such
/// handlers nothing retries, and a send goes straight to the connection.
/// </summary>
internal sealed class ExchangeFilter : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        bool goesOnce = OnceClients.IsName(builder.Name);
        if (goesOnce || (builder.AdditionalHandlers.Count > 0 && GraphServices.IsHttpClientName(builder.Name)))
        {
            builder.AdditionalHandlers.Insert(0, new ExchangeScope(goesOnce));
            builder.AdditionalHandlers.Add(new ExchangeGuard());
        }
    };
}
