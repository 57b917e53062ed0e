using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsCommerce.Diagnostics;
using WhatsCommerce.Webhooks;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Extension methods that map a webhook endpoint.</summary>
public static class WhatsCommerceWebhooksEndpointRouteBuilderExtensions
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>Maps a route that answers Meta's challenge (GET) and handles its deliveries (POST).</summary>
    /// <remarks>
    /// <para>A delivery is answered 200 when for every event every handler is done or the event was dead-lettered, 401 for an invalid
    /// signature, 413 when it is larger than <see cref="WebhookOptions.MaxBodyBytes"/>, 500 when a handler or a store failed, and 503 while
    /// another delivery runs the same event, or when the app stops before all handlers ran: <see cref="WebhookOutcome"/>. With tenants, 403
    /// when an event belongs to no tenant and <see cref="ForeignEvents.Refuse"/> is set. A challenge is answered 200, 403 for a wrong
    /// verify token, 400 when a parameter is missing.</para>
    /// <para>Meta sends a signature and no user credentials: if the app requires authenticated users everywhere, add
    /// <c>AllowAnonymous()</c>.</para>
    /// <para>Source: Meta, webhooks/create-webhook-endpoint.</para>
    /// </remarks>
    /// <param name="endpoints">The app.</param>
    /// <param name="pattern">
    /// The route, such as <c>/webhooks/whatsapp</c>; with <c>UseTenants</c> also <c>/webhooks/{tenant}</c>, where each tenant has an
    /// address.
    /// </param>
    /// <param name="name">The name passed to <c>AddWhatsCommerceWebhooks</c>; the default is the endpoint without a name.</param>
    /// <returns>A builder for adding conventions to the endpoint.</returns>
    /// <exception cref="InvalidOperationException">
    /// <c>AddWhatsCommerceWebhooks</c> was not called, or <see cref="WebhookOptions.AllowUnsigned"/> is set outside Development.
    /// </exception>
    /// <exception cref="OptionsValidationException">
    /// The options are invalid, for instance because there is no app secret; the message says how to fix it.
    /// </exception>
    public static IEndpointConventionBuilder MapWhatsCommerceWebhooks(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        name ??= Options.DefaultName;
        IServiceProvider services = endpoints.ServiceProvider;
        if (services.GetService<WebhookProcessor>() is not { } processor || !processor.EndpointNames.Contains(name))
        {
            string call = name.Length == 0 ? "AddWhatsCommerceWebhooks(section)" : $"AddWhatsCommerceWebhooks(\"{name}\", section)";
            throw new InvalidOperationException(
                $"The webhooks of \"{pattern}\" are not registered: call builder.Services.{call} before builder.Build().");
        }

        IOptionsMonitor<WebhookOptions> options = services.GetRequiredService<IOptionsMonitor<WebhookOptions>>();
        IHostEnvironment? environment = services.GetService<IHostEnvironment>();
        ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(EndpointLog.Category);
        RefuseUnsignedOutsideDevelopment(options.Get(name), pattern, environment, logger);
        WarnOfOthersAtStart(name, services, logger);

        WebhookRequestHandler handler = new(
            pattern, name, processor, options, environment, services.GetService<IHostApplicationLifetime>(), logger);
        return MappedRoute.Once(
            endpoints,
            endpoints.MapMethods(pattern, Methods, handler.HandleAsync).WithDisplayName($"WhatsApp webhooks {pattern}"),
            services.GetService<StartChecks>(),
            nameof(MapWhatsCommerceWebhooks));
    }

    /// <summary>Logs a warning at startup for endpoints without a route. An app that maps none may receive deliveries otherwise.</summary>
    private static void WarnOfOthersAtStart(string name, IServiceProvider services, ILogger logger)
    {
        EndpointRegistration[] endpoints = [.. services.GetServices<EndpointRegistration>()];
        if (endpoints.Length > 1 && !Array.Exists(endpoints, static endpoint => endpoint.IsMapped))
        {
            services.GetService<StartChecks>()?.Add(() =>
            {
                foreach (EndpointRegistration missing in endpoints.Where(static endpoint => !endpoint.IsMapped))
                {
                    EndpointLog.NotMapped(logger, missing.Name);
                }
            });
        }

        Array.Find(endpoints, endpoint => endpoint.Name == name)!.IsMapped = true;
    }

    private static void RefuseUnsignedOutsideDevelopment(
        WebhookOptions options, string pattern, IHostEnvironment? environment, ILogger logger)
    {
        if (!options.AllowUnsigned)
        {
            return;
        }

        if (environment?.IsDevelopment() != true)
        {
            throw new InvalidOperationException(
                $"The webhooks of \"{pattern}\" would accept forged deliveries: AllowUnsigned is set, and the environment is " +
                $"{environment?.EnvironmentName ?? "unknown"}, not Development. Remove AllowUnsigned and set AppSecrets:0 to the app " +
                "secret.");
        }

        EndpointLog.UnsignedAllowed(logger, pattern);
    }
}
