using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Extension methods that map a shop's inbox.</summary>
public static class WhatsCommerceInboxEndpointRouteBuilderExtensions
{
    private const int LongestName = 100;
    private static readonly string[] Get = [HttpMethods.Get];
    private static readonly string[] Post = [HttpMethods.Post];

    /// <summary>Maps the inbox, a page on which people read and answer conversations, and its endpoints.</summary>
    /// <remarks>
    /// <para>Outside Development, the app does not start unless the inbox requires authorization:
    /// <c>app.MapWhatsCommerceInbox("/inbox").RequireAuthorization("agents")</c>. The names of agents are taken from their claims; every
    /// action is recorded in the conversation with the name.</para>
    /// <para>
    /// The page cannot be framed except by <see cref="StorefrontInboxOptions.FrameAncestors"/>. Actions are accepted only from the page
    /// itself (CSRF protection).
    /// </para>
    /// </remarks>
    /// <param name="endpoints">The app.</param>
    /// <param name="prefix">
    /// The route of the page, such as <c>/inbox</c>; it may have parameters, from which <see cref="StorefrontInboxOptions.FindShop"/>
    /// determines the shop.
    /// </param>
    /// <param name="configure">Sets frames, names and templates.</param>
    /// <returns>A builder for adding conventions to all these endpoints: at least authorization.</returns>
    /// <exception cref="InvalidOperationException">
    /// There is no storefront, it has no conversations, or an origin or a template is invalid.
    /// </exception>
    /// <exception cref="KeyNotFoundException"><see cref="StorefrontInboxOptions.ShopId"/> names no shop that was registered.</exception>
    public static IEndpointConventionBuilder MapWhatsCommerceInbox(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string prefix,
        Action<StorefrontInboxOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        IServiceProvider services = endpoints.ServiceProvider;
        Shops shops = services.GetService<Shops>() ?? throw new InvalidOperationException(
            $"There is no storefront for \"{prefix}\": call builder.Services.AddWhatsCommerceStorefront(section) before builder.Build().");
        StorefrontInboxOptions options = new();
        configure?.Invoke(options);
        InboxGuard.Check(options);
        InboxRooms rooms = new(shops, options, services);
        InboxFiles files = new();

        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        group.WithMetadata(new InboxGuard.Endpoint(prefix));
        Map("", Get, static (_, http, _) => InboxFiles.WriteDocumentAsync(http));
        Map("files/{**file}", Get, (_, http, _) => files.WriteAsync(http));
        Map("api/setup", Get, static (room, http, agent) => room.Reading.SetupAsync(http, agent));
        Map("api/conversations", Get, static (room, http, _) => room.Reading.ListAsync(http));
        Map("api/conversations/{customer}", Get, static (room, http, _) => room.Reading.ChatAsync(http, CustomerOf(http)));
        Map("api/search", Get, static (room, http, _) => room.Reading.SearchAsync(http));
        Map("api/events", Get, static (room, http, agent) => room.Stream.RunAsync(http, agent));
        Map("api/conversations/{customer}/writing", Post, static (room, http, agent) => WritingAsync(http, room, agent));
        Map("api/conversations/{customer}/{act}", Post, static (room, http, agent) => room.Acts.HandleAsync(
            http, http.Request.RouteValues["act"]?.ToString() ?? "", CustomerOf(http), agent));
        Check(endpoints, prefix);
        return MappedRoute.Once(endpoints, group, services.GetService<StartChecks>(), nameof(MapWhatsCommerceInbox));

        void Map(string route, string[] methods, Func<InboxRoom, HttpContext, string, Task> handle) =>
            group.MapMethods(route, methods, http => RunAsync(http, handle, options, rooms)).WithDisplayName($"Inbox {prefix}: {route}");
    }

    private static async Task RunAsync(
        HttpContext http, Func<InboxRoom, HttpContext, string, Task> handle, StorefrontInboxOptions options, InboxRooms rooms)
    {
        InboxGuard.Harden(http.Response, options);
        if (HttpMethods.IsPost(http.Request.Method) && !InboxGuard.IsOwn(http.Request))
        {
            InboxLog.ForeignAct(rooms.Logger);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (await rooms.FindAsync(http).ConfigureAwait(false) is not InboxRoom room)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        string? name = options.AgentName(http.User)?.Trim();
        name = string.IsNullOrEmpty(name) ? "agent" : name;
        await handle(room, http, name.Length > LongestName ? name[..LongestName] : name).ConfigureAwait(false);
    }

    private static async Task WritingAsync(HttpContext http, InboxRoom room, string agent)
    {
        await room.Conversations.NotifyTypingAsync(CustomerOf(http), agent, http.RequestAborted).ConfigureAwait(false);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static CustomerKey CustomerOf(HttpContext http) => new(http.Request.RouteValues["customer"]?.ToString());

    /// <summary>
    /// Fails at startup if a policy does not exist, or if the inbox is open outside Development. The conventions that the app adds are
    /// known only then.
    /// </summary>
    private static void Check(IEndpointRouteBuilder endpoints, string prefix)
    {
        IServiceProvider services = endpoints.ServiceProvider;
        bool mayBeOpen = services.GetService<IHostEnvironment>()?.IsDevelopment() == true;
        services.GetRequiredService<StartChecks>().Add(() =>
        {
            AuthorizationOptions? authorization = services.GetService<IOptions<AuthorizationOptions>>()?.Value;

            // The app's own provider may have more policies than the options.
            if (services.GetService<IAuthorizationPolicyProvider>() is null or DefaultAuthorizationPolicyProvider)
            {
                InboxGuard.RequirePolicies(endpoints.DataSources, prefix, authorization);
            }

            if (!mayBeOpen)
            {
                InboxGuard.RequireAuthorization(endpoints.DataSources, prefix, authorization?.FallbackPolicy is not null);
            }
        });
    }
}
