using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>The mapped MCP endpoints. Outside Development, the app does not start if one of them does not require authorization.</summary>
internal sealed class McpEndpoints(McpBinding binding, Shops shops, IHostEnvironment environment) : IHostedService
{
    private readonly List<IEndpointRouteBuilder> _routes = [];

    /// <summary>Adds the binding to an endpoint, after the app's authorization, and checks that authorization is required.</summary>
    public void Guard(IEndpointRouteBuilder routes, IEndpointConventionBuilder endpoints)
    {
        _routes.Add(routes);
        endpoints.Finally(endpoint =>
        {
            bool isOpen = !endpoint.Metadata.Any(static data => data is IAuthorizeData or AuthorizationPolicy)
                || endpoint.Metadata.Any(static data => data is IAllowAnonymous);
            if (isOpen && !environment.IsDevelopment())
            {
                throw new InvalidOperationException(
                    $"The MCP endpoint \"{endpoint.DisplayName}\" is open to everybody. Add .RequireAuthorization(...) to "
                    + "MapWhatsCommerceMcp; without it the app starts in Development only.");
            }

            RequestDelegate next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = http => binding.InvokeAsync(http, shops, next);
        });
    }

    /// <summary>Builds the endpoints at startup, so that an open one is reported then and not at the first request.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (EndpointDataSource source in _routes.SelectMany(static routes => routes.DataSources))
        {
            _ = source.Endpoints;
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
