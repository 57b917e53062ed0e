using System.Security.Claims;

namespace WhatsCommerce.Storefronts;

/// <summary>How the inbox of a shop is shown, and to whom.</summary>
public sealed class StorefrontInboxOptions
{
    /// <summary>
    /// Gets or sets the id of the shop whose inbox it is: one that was registered with a name. That of the storefront without a name unless
    /// set.
    /// </summary>
    public string? ShopId { get; set; }

    /// <summary>
    /// Gets or sets what says whose inbox a request is for, after the app's authorization, for shops that are known at run time: by a part
    /// of the route, such as <c>/desk/{shop}/inbox</c>, that the user may see. The id of the shop, or <see langword="null"/>, which is
    /// answered with 404. <see cref="ShopId"/> counts unless it is set.
    /// </summary>
    public Func<HttpContext, CancellationToken, ValueTask<string?>>? FindShop { get; set; }

    /// <summary>
    /// Gets or sets the origins whose pages may show the inbox in a frame, such as <c>https://desk.example</c>; none unless set. The
    /// session cookie of the app must be one that browsers send in frames.
    /// </summary>
    public IList<string> FrameAncestors { get; set; } = [];

    /// <summary>
    /// Gets or sets what makes the name of an agent from the claims of the app: unique, because it says whose a conversation is. The name
    /// of the identity unless set.
    /// </summary>
    public Func<ClaimsPrincipal, string?> AgentName { get; set; } = static user =>
        user.Identity?.Name ?? user.FindFirst(ClaimTypes.Email)?.Value ?? user.FindFirst(ClaimTypes.NameIdentifier)?.Value
            ?? user.FindFirst("sub")?.Value;

    /// <summary>Gets or sets the templates that agents may send when the customer's 24-hour window is closed.</summary>
    public IList<InboxTemplate> Templates { get; set; } = [];
}
