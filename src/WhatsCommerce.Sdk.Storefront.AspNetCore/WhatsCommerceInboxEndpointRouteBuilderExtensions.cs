using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Storefronts;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Extension methods that map a shop's inbox.</summary>
public static class WhatsCommerceInboxEndpointRouteBuilderExtensions
{
    private const int LongestName = 100;
    private static readonly string[] Get = [HttpMethods.Get];
    private static readonly string[] Post = [HttpMethods.Post];

    /// <summary>Maps the inbox: a page on which people read conversations and answer, and its endpoints.</summary>
    /// <remarks>
    /// <para>Outside of Development the app does not start unless the inbox is behind its authorization:
    /// <c>app.MapWhatsCommerceInbox("/inbox").RequireAuthorization("agents")</c>. The names of agents are taken from the claims; every act
    /// is in the conversation, with the name.</para>
    /// <para>The page is framed by nobody unless <see cref="StorefrontInboxOptions.FrameAncestors"/> names who may. Acts are taken from the
    /// page itself only.</para>
    /// </remarks>
    /// <param name="endpoints">The app.</param>
    /// <param name="prefix">The address of the page, such as <c>/inbox</c>.</param>
    /// <param name="configure">Sets frames, names and templates.</param>
    /// <returns>A builder for adding conventions to all these endpoints: at least authorization.</returns>
    /// <exception cref="InvalidOperationException">There is no storefront, it has no conversations, or a frame is no origin.</exception>
    public static IEndpointConventionBuilder MapWhatsCommerceInbox(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string prefix,
        Action<StorefrontInboxOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        IServiceProvider services = endpoints.ServiceProvider;
        ShopScope scope = (services.GetService<Shops>() ?? throw new InvalidOperationException(
            $"There is no storefront for \"{prefix}\": call builder.Services.AddWhatsCommerceStorefront(section) before builder.Build()."))
            .Default;
        Storefront shop = scope.Get<Storefront>();
        StorefrontConversations conversations = shop.Conversations;
        StorefrontInboxOptions options = new();
        configure?.Invoke(options);
        InboxGuard.CheckOrigins(options);

        TimeProvider time = services.GetRequiredService<TimeProvider>();
        ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(PagesLog.Category);
        InboxPresence presence = new(time);
        InboxReading reading = new(
            shop,
            scope.Find<ICatalogStore>(),
            scope.Find<StorefrontSearch>(),
            scope.Find<ShopRooms>() is not null,
            options,
            scope.Id,
            time);
        InboxActs acts = new(shop, options, logger);
        CancellationToken stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        InboxStream stream = new(conversations, presence, time, stopping);
        InboxFiles files = new();

        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        group.WithMetadata(new InboxGuard.Endpoint(prefix));
        Map(group, "", Get, (http, _) => InboxFiles.WriteDocumentAsync(http, prefix));
        Map(group, "files/{**file}", Get, (http, _) => files.WriteAsync(http));
        Map(group, "api/setup", Get, reading.SetupAsync);
        Map(group, "api/conversations", Get, (http, _) => reading.ListAsync(http));
        Map(group, "api/conversations/{customer}", Get, (http, _) => reading.ChatAsync(http, CustomerOf(http)));
        Map(group, "api/search", Get, (http, _) => reading.SearchAsync(http));
        Map(group, "api/events", Get, stream.RunAsync);
        Map(group, "api/conversations/{customer}/writing", Post, (http, agent) => WritingAsync(http, presence, agent));
        Map(group, "api/conversations/{customer}/{act}", Post, (http, agent) => acts.HandleAsync(
            http, http.Request.RouteValues["act"]?.ToString() ?? "", CustomerOf(http), agent));
        Check(endpoints, prefix);
        return group;

        void Map(RouteGroupBuilder routes, string route, string[] methods, Func<HttpContext, string, Task> handle) =>
            routes.MapMethods(route, methods, http => RunAsync(http, handle, options, logger)).WithDisplayName($"Inbox {prefix}: {route}");
    }

    private static Task RunAsync(
        HttpContext http, Func<HttpContext, string, Task> handle, StorefrontInboxOptions options, ILogger logger)
    {
        InboxGuard.Harden(http.Response, options);
        if (HttpMethods.IsPost(http.Request.Method) && !InboxGuard.IsOwn(http.Request))
        {
            InboxLog.ForeignAct(logger);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        string? name = options.AgentName(http.User)?.Trim();
        name = string.IsNullOrEmpty(name) ? "agent" : name;
        return handle(http, name.Length > LongestName ? name[..LongestName] : name);
    }

    private static Task WritingAsync(HttpContext http, InboxPresence presence, string agent)
    {
        presence.Write(CustomerOf(http).ToString(), agent);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static CustomerKey CustomerOf(HttpContext http) => new(http.Request.RouteValues["customer"]?.ToString());

    /// <summary>Outside of Development, what is open keeps the app from starting; what conventions are added is known only then.</summary>
    private static void Check(IEndpointRouteBuilder endpoints, string prefix)
    {
        IServiceProvider services = endpoints.ServiceProvider;
        if (services.GetService<IHostEnvironment>()?.IsDevelopment() == true)
        {
            return;
        }

        services.GetRequiredService<StartChecks>().Add(() => InboxGuard.RequireAuthorization(
            endpoints.DataSources,
            prefix,
            services.GetService<IOptions<AuthorizationOptions>>()?.Value.FallbackPolicy is not null));
    }
}
