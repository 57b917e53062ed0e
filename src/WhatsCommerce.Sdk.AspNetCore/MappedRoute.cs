using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace WhatsCommerce.Webhooks;

/// <summary>Marks the endpoints that were mapped by this package.</summary>
internal sealed class MappedRoute
{
    private static readonly MappedRoute Mark = new();

    /// <summary>Marks endpoints, and fails at startup if one is mapped twice, because its requests would be ambiguous.</summary>
    /// <param name="endpoints">The route builder on which they were mapped.</param>
    /// <param name="mapped">The endpoints.</param>
    /// <param name="checks">The startup checks, which run when the hosts and orders of all endpoints are known.</param>
    /// <param name="call">The name of the method that mapped them, for the message.</param>
    /// <returns>The endpoints.</returns>
    public static TBuilder Once<TBuilder>(IEndpointRouteBuilder endpoints, TBuilder mapped, StartChecks? checks, string call)
        where TBuilder : IEndpointConventionBuilder
    {
        mapped.WithMetadata(Mark);
        checks?.Add(() =>
        {
            // A single call cannot be a duplicate; without this condition, the check would build all endpoints of the app early.
            if (checks.Count > 1 && FindTwice(endpoints.DataSources) is { } place)
            {
                throw new InvalidOperationException(
                    $"{place} is mapped twice, and each request would be ambiguous: remove a {call}, or tell them apart by path or host.");
            }
        });
        return mapped;
    }

    private static string? FindTwice(IEnumerable<EndpointDataSource> sources) => sources
        .SelectMany(static source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(static endpoint => endpoint.Metadata.GetMetadata<MappedRoute>() is not null)
        .SelectMany(PlacesOf)
        .GroupBy(static place => place, StringComparer.OrdinalIgnoreCase)
        .FirstOrDefault(static place => place.Skip(1).Any())?.Key;

    /// <summary>The method, path, host and order that identify the requests of an endpoint.</summary>
    private static IEnumerable<string> PlacesOf(RouteEndpoint endpoint)
    {
        string path = "/" + endpoint.RoutePattern.RawText?.Trim('/');
        string order = endpoint.Order == 0 ? "" : FormattableString.Invariant($", order {endpoint.Order}");
        return from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [""]
               from host in endpoint.Metadata.GetMetadata<IHostMetadata>()?.Hosts is { Count: > 0 } hosts ? hosts : [""]
               select $"{method} {path}{(host.Length == 0 ? "" : " of " + host)}{order}";
    }
}
