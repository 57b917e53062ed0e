using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace WhatsCommerce.Http;

/// <summary>
/// Registers HttpClients for requests that must not be carried out twice: without the handlers that an app adds to every client, without
/// redirects, and with every non-idempotent request sent once, whatever handlers the app adds to them.
/// </summary>
internal static class OnceClients
{
    // For clients of related packages; the clients of this package have other names.
    private const string Prefix = "WhatsCommerce/";

    /// <summary>Adds a client of a related package, for a third-party HTTP API.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">The name of the API.</param>
    public static IHttpClientBuilder AddOnceClient(this IServiceCollection services, string name)
    {
        services.AddLogging();
        return AddNamed(services, NameOf(name));
    }

    /// <summary>Gets the name under which <see cref="AddOnceClient"/> registered a client in the factory.</summary>
    public static string NameOf(string name) => Prefix + name;

    /// <summary>Returns whether every changing request of a client is sent once, and not only those that ask for it.</summary>
    public static bool IsName(string? name) => name?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <summary>Adds a client by its full name.</summary>
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
            // Connections are recycled one by one, as above; recycling the handler would drop all of them every two minutes.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }

    // The first filter runs last, so that what other filters add is between our two handlers as well.
    private static void AddExchangeFilter(IServiceCollection services)
    {
        if (!services.Any(service => !service.IsKeyedService && service.ImplementationType == typeof(ExchangeFilter)))
        {
            services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, ExchangeFilter>());
        }
    }
}
