namespace WhatsCommerce.Storefronts;

/// <summary>
/// Protects choices on the shop's page from cross-site requests (CSRF): by the browser's Origin header, and by a cookie that the browser
/// sends only from the shop's own site (SameSite).
/// </summary>
internal sealed class OwnPage(Uri? publicAddress)
{
    private const string CookieName = "storefront-page";

    public static void Mark(HttpContext context) => context.Response.Cookies.Append(CookieName, "shown", new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
    });

    public bool Sent(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site && site != "same-origin")
        {
            return false;
        }

        return request.Cookies.ContainsKey(CookieName)
            && Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out Uri? origin)
            && (IsOf(origin, $"{request.Scheme}://{request.Host}")
                || (publicAddress is not null && IsOf(origin, publicAddress.AbsoluteUri)));
    }

    private static bool IsOf(Uri origin, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? own)
        && Uri.Compare(origin, own, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
