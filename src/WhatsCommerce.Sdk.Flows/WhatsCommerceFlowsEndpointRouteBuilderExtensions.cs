using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Diagnostics;
using WhatsCommerce.Flows;
using WhatsCommerce.Webhooks;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Extension methods that map a flow endpoint.</summary>
public static class WhatsCommerceFlowsEndpointRouteBuilderExtensions
{
    /// <summary>Maps the route that flows call for their screens: the <c>endpoint_uri</c> of the flow.</summary>
    /// <remarks>
    /// <para>Responses are encrypted. Status 421 when no private key decrypts the request, whereupon WhatsApp fetches the public key again;
    /// 432 for a missing or wrong signature; 427 for <see cref="FlowResponse.RefuseToken"/>; 413 for a body over
    /// <see cref="FlowOptions.MaxBodyBytes"/>; 400 for a malformed request; 500 when the handler throws. Meta's health checks and error
    /// notifications are answered here.</para>
    /// <para>Meta sends a signature and no user credentials: if the app requires authenticated users everywhere, add
    /// <c>AllowAnonymous()</c>.</para>
    /// <para>Source: Meta, flows/guides/implementingyourflowendpoint and flows/reference/error-codes.</para>
    /// </remarks>
    /// <param name="endpoints">The app.</param>
    /// <param name="pattern">The route, such as <c>/flows</c>.</param>
    /// <param name="name">The name passed to <c>AddWhatsCommerceFlows</c>; the default is the endpoint without a name.</param>
    /// <returns>A builder for adding conventions to the endpoint.</returns>
    /// <exception cref="InvalidOperationException"><c>AddWhatsCommerceFlows</c> was not called.</exception>
    /// <exception cref="OptionsValidationException">The options are invalid; the message says how to fix it.</exception>
    public static IEndpointConventionBuilder MapWhatsCommerceFlows(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        name ??= Options.DefaultName;
        IServiceProvider services = endpoints.ServiceProvider;
        if (services.GetService<IServiceProviderIsKeyedService>()?.IsKeyedService(typeof(IFlowHandler), name) != true)
        {
            string call = name.Length == 0
                ? "AddWhatsCommerceFlows<MyHandler>(section)"
                : $"AddWhatsCommerceFlows<MyHandler>(\"{name}\", section)";
            throw new InvalidOperationException(
                $"The flows of \"{pattern}\" are not registered: call builder.Services.{call} before builder.Build().");
        }

        IOptionsMonitor<FlowOptions> options = services.GetRequiredService<IOptionsMonitor<FlowOptions>>();
        _ = options.Get(name);
        FlowRequestHandler handler = new(
            pattern, name, options, services.GetRequiredService<ILoggerFactory>().CreateLogger(FlowLog.Category));
        return MappedRoute.Once(
            endpoints,
            endpoints.MapMethods(pattern, [HttpMethods.Post], handler.HandleAsync).WithDisplayName($"WhatsApp flows {pattern}"),
            services.GetService<StartChecks>(),
            nameof(MapWhatsCommerceFlows));
    }
}
