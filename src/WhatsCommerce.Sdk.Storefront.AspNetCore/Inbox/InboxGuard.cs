using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace WhatsCommerce.Storefronts;

/// <summary>Protects the inbox from unauthorized visitors and from cross-site requests (CSRF).</summary>
internal static class InboxGuard
{
    private const string OwnHeader = "X-Inbox";

    /// <summary>Marks the endpoints of an inbox.</summary>
    public sealed record Endpoint(string Prefix);

    /// <summary>Fails at startup when an authorization policy does not exist, because every request would fail.</summary>
    /// <exception cref="InvalidOperationException">A policy does not exist.</exception>
    public static void RequirePolicies(IEnumerable<EndpointDataSource> sources, string prefix, AuthorizationOptions? authorization)
    {
        string? missing = EndpointsOf(sources, prefix)
            .SelectMany(static endpoint => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>())
            .Select(static data => data.Policy)
            .FirstOrDefault(policy => !string.IsNullOrWhiteSpace(policy) && authorization?.GetPolicy(policy) is null);
        if (missing is not null)
        {
            throw new InvalidOperationException(
                $"The inbox at \"{prefix}\" requires the authorization policy \"{missing}\", which does not exist: add it with "
                + $"builder.Services.AddAuthorizationBuilder().AddPolicy(\"{missing}\", ...), or name one that exists.");
        }
    }

    /// <summary>Refuses to start with an endpoint that anybody may call.</summary>
    /// <exception cref="InvalidOperationException">There is such an endpoint.</exception>
    public static void RequireAuthorization(IEnumerable<EndpointDataSource> sources, string prefix, bool hasFallbackPolicy)
    {
        foreach (Microsoft.AspNetCore.Http.Endpoint endpoint in EndpointsOf(sources, prefix))
        {
            bool isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
                || (endpoint.Metadata.GetMetadata<IAuthorizeData>() is null
                    && endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null
                    && !hasFallbackPolicy);
            if (isOpen)
            {
                throw new InvalidOperationException(
                    $"The inbox at \"{prefix}\" is open to everybody: call MapWhatsCommerceInbox(\"{prefix}\").RequireAuthorization(...). "
                    + "Without authorization it starts in Development only.");
            }
        }
    }

    private static IEnumerable<Microsoft.AspNetCore.Http.Endpoint> EndpointsOf(IEnumerable<EndpointDataSource> sources, string prefix) =>
        sources.SelectMany(static source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<Endpoint>()?.Prefix == prefix);

    /// <summary>
    /// Whether an action was sent by the page itself: browsers send a custom header to another origin only after a CORS preflight, and send
    /// the Origin header.
    /// </summary>
    public static bool IsOwn(HttpRequest request)
    {
        if (!request.Headers.ContainsKey(OwnHeader) || !request.HasJsonContentType()
            || (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site && site != "same-origin"))
        {
            return false;
        }

        // A proxy may have changed scheme and host; then the browser's Sec-Fetch-Site header decides.
        return request.Headers["Sec-Fetch-Site"].ToString() == "same-origin"
            || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out Uri? origin)
                && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Sets the security headers of every response.</summary>
    public static void Harden(HttpResponse response, StorefrontInboxOptions options)
    {
        string ancestors = options.FrameAncestors.Count == 0 ? "'none'" : string.Join(' ', options.FrameAncestors);
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' http: https: data:; "
            + $"base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
        if (options.FrameAncestors.Count == 0)
        {
            response.Headers.XFrameOptions = "DENY";
        }
    }

    /// <summary>Checks the origins that may frame the page, which are sent in a header, and the templates that agents may send.</summary>
    /// <exception cref="InvalidOperationException">An origin or a template is invalid.</exception>
    public static void Check(StorefrontInboxOptions options)
    {
        if (options.Templates.Select(static one => ShopOptionsCheck.TemplateProblem(
                "The name of a template in Templates", one.Name, "The language of a template in Templates", one.Language))
            .FirstOrDefault(static problem => problem is not null) is string problem)
        {
            throw new InvalidOperationException(problem);
        }

        foreach (string origin in options.FrameAncestors)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https")
                || !string.Equals(address.GetLeftPart(UriPartial.Authority), origin.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException(
                    $"\"{origin}\" is not an origin: name its scheme and host, such as https://desk.example.");
            }
        }
    }
}
