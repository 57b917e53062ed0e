using System.Security.Claims;

namespace WhatsCommerce.Storefronts;

/// <summary>The options for the inbox of a shop.</summary>
public sealed class StorefrontInboxOptions
{
    /// <summary>
    /// Gets or sets the id of the shop, the name of a registered storefront; the unnamed storefront unless set.
    /// </summary>
    public string? ShopId { get; set; }

    /// <summary>
    /// Gets or sets a delegate that returns the id of the shop for a request, for shops that are known only at run time: for example from a
    /// route parameter, such as <c>/desk/{shop}/inbox</c>, after checking that the user may see that shop. It is called after the app's
    /// authorization; <see langword="null"/> is answered with 404. Unless set, <see cref="ShopId"/> is used.
    /// </summary>
    public Func<HttpContext, CancellationToken, ValueTask<string?>>? FindShop { get; set; }

    /// <summary>
    /// Gets or sets the origins whose pages may embed the inbox in a frame, such as <c>https://desk.example</c>; none unless set. The
    /// session cookie of the app must be one that browsers send in frames.
    /// </summary>
    public IList<string> FrameAncestors { get; set; } = [];

    /// <summary>
    /// Gets or sets a delegate that returns the name of an agent from the claims of the user; the name of the identity unless set. Names
    /// must be unique, because they identify the owner of a conversation.
    /// </summary>
    public Func<ClaimsPrincipal, string?> AgentName { get; set; } = static user =>
        user.Identity?.Name ?? user.FindFirst(ClaimTypes.Email)?.Value ?? user.FindFirst(ClaimTypes.NameIdentifier)?.Value
            ?? user.FindFirst("sub")?.Value;

    /// <summary>Gets or sets the templates that agents may send when the customer's 24-hour window is closed.</summary>
    public IList<InboxTemplate> Templates { get; set; } = [];
}
