using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModelContextProtocol.AspNetCore;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Extension methods that map a shop's tools as an MCP server.</summary>
public static class WhatsCommerceMcpEndpointRouteBuilderExtensions
{
    /// <summary>Maps the MCP server that was added with <c>AddMcpServer</c>, over streamable HTTP.</summary>
    /// <remarks>
    /// Add the app's authorization: <c>app.MapWhatsCommerceMcp("/mcp").RequireAuthorization("agents")</c>. Without it, the app starts only
    /// in Development. Rate limiting is added as for any endpoint, with <c>RequireRateLimiting(...)</c>.
    /// </remarks>
    /// <param name="endpoints">The app.</param>
    /// <param name="pattern">
    /// The route, such as <c>/mcp</c>; it may have parameters that the binding reads, such as <c>/mcp/{conversation}</c>.
    /// </param>
    /// <returns>A builder for adding conventions to the endpoints.</returns>
    /// <exception cref="InvalidOperationException">
    /// <c>AddMcpServer</c> was not called on the storefront, or the app made MCP sessions stateful.
    /// </exception>
    public static IEndpointConventionBuilder MapWhatsCommerceMcp(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        McpEndpoints guard = endpoints.ServiceProvider.GetService<McpEndpoints>() ?? throw new InvalidOperationException(
            $"There are no tools for \"{pattern}\": call AddMcpServer(...) on the storefront before builder.Build().");
        HttpServerTransportOptions transport =
            endpoints.ServiceProvider.GetRequiredService<IOptions<HttpServerTransportOptions>>().Value;
        if (transport.SessionMode != HttpServerSessionMode.Stateless)
        {
            throw new InvalidOperationException(
                "MCP's sessions must be stateless here, because each request is bound to its own user: leave SessionMode as it is.");
        }

        IEndpointConventionBuilder mapped = endpoints.MapMcp(pattern);
        guard.Guard(endpoints, mapped);
        return MappedRoute.Once(
            endpoints, mapped, endpoints.ServiceProvider.GetService<StartChecks>(), nameof(MapWhatsCommerceMcp));
    }
}
