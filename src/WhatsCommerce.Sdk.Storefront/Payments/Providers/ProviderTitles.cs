namespace WhatsCommerce.Storefronts;

/// <summary>Checks the titles of ways to pay, which are texts of buttons.</summary>
internal static class ProviderTitles
{
    /// <summary>Why a title is invalid as the text of a button; null when all are valid.</summary>
    public static string? Problem(params IEnumerable<string?> titles) => titles
        .Where(static title => string.IsNullOrWhiteSpace(title) || title.Length > MessageLimits.ButtonTitle)
        .Select(static title => $"Title must have from 1 to {MessageLimits.ButtonTitle} characters; \"{title}\" has {title?.Length ?? 0}.")
        .FirstOrDefault();
}
