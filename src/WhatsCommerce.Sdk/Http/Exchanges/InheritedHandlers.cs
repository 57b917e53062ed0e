using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Http;

/// <summary>
/// The handlers that an app gives to every HttpClient, with <c>ConfigureHttpClientDefaults</c>: ours goes without them. Most such apps have
/// a retrying one among them (Aspire's service defaults do), which does not know what may be retried.
/// </summary>
internal static class InheritedHandlers
{
    /// <summary>
    /// Takes them out. What is there before our own registration is configured is what was inherited: the defaults come first, wherever
    /// they were registered, and what the app adds to the builder that it is given comes after.
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
