using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Http;

/// <summary>
/// Removes the handlers that an app adds to every HttpClient with <c>ConfigureHttpClientDefaults</c>. Most such apps add a retrying one
/// (Aspire's service defaults do), which does not know what may be retried.
/// </summary>
internal static class InheritedHandlers
{
    /// <summary>
    /// Removes them. Handlers that exist before our own registration is configured are inherited: the defaults come first, wherever they
    /// were registered, and those that the app adds to the returned builder come after.
    /// </summary>
    public static void Remove(IList<DelegatingHandler> handlers, IServiceProvider services, string httpClientName)
    {
        if (handlers.Count == 0)
        {
            return;
        }

        ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(WhatsCommerceDiagnostics.LogCategory);
        Log.HandlersLeftOut(logger, httpClientName, string.Join(", ", handlers.Select(handler => handler.GetType().Name)));
        handlers.Clear();
    }
}
