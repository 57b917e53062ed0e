namespace WhatsCommerce.Storefronts;

/// <summary>Extracts the texts of a sent message, as the customer sees them.</summary>
internal static class OutboundContent
{
    public const int LongestText = 4_096;
    public const int LongestWord = 256;
    private const int MostChoices = 40;

    public static ConversationContent? Of(OutboundMessage message)
    {
        ConversationContent content = message switch
        {
            TextMessage text => new ConversationContent { Text = text.Body },
            TemplateMessage template => new ConversationContent { Header = template.Name },
            ProductListMessage list => OfInteractive(list) with { Header = list.Header },
            CallToActionMessage link => OfInteractive(link) with { Link = link.Url.OriginalString, Choices = [link.DisplayText] },
            InteractiveMessage interactive => OfInteractive(interactive),
            ImageMessage image => new ConversationContent { Text = image.Caption },
            VideoMessage video => new ConversationContent { Text = video.Caption },
            DocumentMessage document => new ConversationContent { Header = document.FileName, Text = document.Caption },
            LocationMessage place => new ConversationContent { Header = place.Name, Text = place.Address },
            _ => new ConversationContent(),
        };
        return Cut(content);
    }

    /// <summary>The texts, each truncated to the stored length; null when there are none.</summary>
    public static ConversationContent? Cut(ConversationContent content)
    {
        ConversationContent cut = content with
        {
            Header = Bounded.Text(content.Header, LongestWord),
            Text = Bounded.Text(content.Text, LongestText),
            Footer = Bounded.Text(content.Footer, LongestWord),
            Link = content.Link is { Length: <= 2_048 } link ? link : null,
            Choices = [.. content.Choices.Take(MostChoices).Select(choice => Bounded.Text(choice, LongestWord)).OfType<string>()],
        };
        return cut is { Header: null, Text: null, Footer: null, Link: null, Choices.Count: 0 } ? null : cut;
    }

    private static ConversationContent OfInteractive(InteractiveMessage message) => new()
    {
        Text = message.Body,
        Footer = message.Footer,
        Choices = [.. MessageChoices.Of(message).Select(choice => choice.Title)],
    };
}
