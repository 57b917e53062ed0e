using WhatsCommerce.Messages;

namespace WhatsCommerce.Storefronts;

/// <summary>The titles under which customers choose a way to pay: texts of buttons, by language.</summary>
internal static class ProviderTitles
{
    /// <summary>What keeps a title from standing on a button; null when nothing does.</summary>
    public static string? Problem(params IEnumerable<string?> titles) => titles
        .Where(static title => string.IsNullOrWhiteSpace(title) || title.Length > MessageLimits.ButtonTitle)
        .Select(static title => $"Title must have from 1 to {MessageLimits.ButtonTitle} characters; \"{title}\" has {title?.Length ?? 0}.")
        .FirstOrDefault();
}
