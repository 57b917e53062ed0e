using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace WhatsCommerce.Http;

/// <summary>
/// The HttpClients through which something happens that must not happen twice: they go without the handlers that an app gives to every
/// client, follow no redirect, and a request that changes something is sent once, whatever the app adds to them.
/// </summary>
internal static class OnceClients
{
    // Of the packages beside this one; the clients of this one have names of their own.
    private const string Prefix = "WhatsCommerce/";

    /// <summary>Adds a client of a package beside this one, for the HTTP API of somebody else.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">Whose API it is.</param>
    public static IHttpClientBuilder AddOnceClient(this IServiceCollection services, string name)
    {
        services.AddLogging();
        return AddNamed(services, NameOf(name));
    }

    /// <summary>The name by which the factory knows a client that <see cref="AddOnceClient"/> added.</summary>
    public static string NameOf(string name) => Prefix + name;

    /// <summary>Whether every request of a client that changes something is sent once, and not only those of which it is said.</summary>
    public static bool IsName(string? name) => name?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <summary>Adds a client by its whole name.</summary>
    public static IHttpClientBuilder AddNamed(IServiceCollection services, string httpClientName)
    {
        AddExchangeFilter(services);
        return services.AddHttpClient(httpClientName)
            .ConfigureAdditionalHttpMessageHandlers((handlers, provider) => InheritedHandlers.Remove(handlers, provider, httpClientName))
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler(static (handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                handler.AutomaticDecompression = DecompressionMethods.None;
                handler.ConnectTimeout = TimeSpan.FromSeconds(10);
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            })
            // Connections are renewed one by one, as above; renewing the handler would drop all of them every other minute.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }

    // The first of the filters looks last: what others add stands between our two handlers as well.
    private static void AddExchangeFilter(IServiceCollection services)
    {
        if (!services.Any(service => !service.IsKeyedService && service.ImplementationType == typeof(ExchangeFilter)))
        {
            services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, ExchangeFilter>());
        }
    }
}
