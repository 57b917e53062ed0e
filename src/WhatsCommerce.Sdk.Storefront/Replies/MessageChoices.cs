namespace WhatsCommerce.Storefronts;

/// <summary>The buttons and rows of a message, and a plain-text version of it for apps that cannot show them.</summary>
internal static class MessageChoices
{
    /// <summary>The buttons and rows, in the order shown.</summary>
    public static IReadOnlyList<(string Id, string Title)> Of(OutboundMessage message) => message switch
    {
        ReplyButtonsMessage buttons => [.. buttons.Buttons.Select(button => (button.Id, button.Title))],
        ListMessage list => [.. list.Sections.SelectMany(section => section.Rows).Select(row => (row.Id, row.Title))],
        _ => [],
    };

    /// <summary>The id of the button with a typed title; null when there is none.</summary>
    public static string? IdOf(OutboundMessage message, string? typed) =>
        Of(message).FirstOrDefault(choice => IsSame(choice.Title, typed)).Id;

    public static bool IsSame(string title, string? typed) => title.Equals(typed?.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The message as plain text: its body, its link, and the titles that can be typed instead of pressed.</summary>
    public static string InWords(OutboundMessage message, Texts texts, string? language)
    {
        string body = message switch
        {
            TextMessage text => text.Body,
            InteractiveMessage interactive => interactive.Body ?? "",
            _ => "",
        };
        if (message is CallToActionMessage link)
        {
            return $"{body}\n\n{link.Url.OriginalString}";
        }

        IEnumerable<string> titles = Of(message).Select(choice => choice.Title);
        return titles.Any() ? $"{body}\n\n{texts.Get(StorefrontText.TypeInstead, language)}\n{string.Join('\n', titles)}" : body;
    }
}
