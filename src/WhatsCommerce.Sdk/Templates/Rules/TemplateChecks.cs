using static WhatsCommerce.Templates.TemplateViolations;

namespace WhatsCommerce.Templates;

/// <summary>Everything about a template that can be known to be wrong without asking Meta. Sources: <see cref="TemplateLimits"/>.</summary>
/// <remarks>Rules hang on what a template has, not on the builder that made it.</remarks>
internal static partial class TemplateChecks
{
    private const int MaxLanguageLetters = 3;
    private const int RegionLetters = 2;

    public static void Check(TemplateViolations violations, TemplateDefinition definition)
    {
        CheckName(violations, definition.Name);
        CheckLanguage(violations, definition.Language);
        if (!definition.Category.HasValue)
        {
            violations.Add("category", TemplateRule.Required, "The category is required: TemplateCategory.Marketing or TemplateCategory.Utility.");
        }

        if (definition.TimeToLive is TimeSpan time && time < TimeSpan.FromSeconds(1))
        {
            violations.Add("message_send_ttl_seconds", TemplateRule.Range, "The time to live is a second at least; leave it out for Meta's own.", 1);
        }

        CheckComponents(violations, definition.Components, new VariableNames(), ComponentPlaces.OfTemplate);
    }

    private static void CheckName(TemplateViolations violations, string? name)
    {
        violations.RequireText("name", name, TemplateLimits.Name, "The name of the template");
        if (!string.IsNullOrWhiteSpace(name) && !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            violations.Add("name", TemplateRule.Format, "The name of a template is made of the letters a-z, digits and underscores only, such as july_offer.");
        }
    }

    private static void CheckLanguage(TemplateViolations violations, string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            violations.Add("language", TemplateRule.Required, "The language of the template is required, such as en_US; one template may exist in several.");
        }
        else if (!IsLanguage(code))
        {
            violations.Add("language", TemplateRule.Format, "The language is a code of letters with an underscore before the region, such as en, en_US or pt_BR.");
        }
    }

    private static bool IsLanguage(string code)
    {
        int underscore = code.IndexOf('_', StringComparison.Ordinal);
        string language = underscore < 0 ? code : code[..underscore];
        string? region = underscore < 0 ? null : code[(underscore + 1)..];
        return language.Length is 2 or MaxLanguageLetters && language.All(char.IsAsciiLetterLower)
            && (region is null || (region.Length == RegionLetters && region.All(char.IsAsciiLetterUpper)));
    }

    private static void CheckComponents(TemplateViolations violations, TemplateComponents components, VariableNames names, ComponentPlaces root)
    {
        ComponentPlaces places = root.For(components);
        CheckHeader(violations, components, names, places);
        CheckOffer(violations, components, places);
        CheckBody(violations, components, names, places);
        CheckFooter(violations, components, places);
        CheckButtons(violations, components, places);
        CheckCards(violations, components, names, places);
    }

    private static void CheckHeader(TemplateViolations violations, TemplateComponents components, VariableNames names, ComponentPlaces places)
    {
        if (components.Header is not TemplateHeader header)
        {
            if (Has(components, TemplateButtonType.ProductList))
            {
                violations.Add(places.Header, TemplateRule.Required, "A multi-product template has a header that is a text.", TemplateLimits.HeaderText, 0);
            }

            return;
        }

        if (header.Format == TemplateHeaderFormat.Text)
        {
            violations.RequireText($"{places.Header}.text", header.Text, TemplateLimits.HeaderText, "The header");
            CheckVariables(violations, header, names, places.Header, "header");
            violations.LimitCount($"{places.Header}.text", header.Variables.Count, TemplateLimits.HeaderVariables, "variables in the header");
            violations.RequireOneLine($"{places.Header}.text", header.Text, "A header", " (2388047)", takesNoAsterisk: true);
        }
        else if (header.Format.IsMedia)
        {
            CheckHandle(violations, header, $"{places.Header}.example.header_handle");
        }

        if (HeadersOf(components, places) is { } headers && !headers.Allowed.Contains(header.Format))
        {
            violations.Add($"{places.Header}.format", TemplateRule.NotAllowed, $"This kind of template takes no header of the format {header.Format}, but {headers.Words}.");
        }
    }

    // The formats that a kind of template is bound to; null for any.
    private static (TemplateHeaderFormat[] Allowed, string Words)? HeadersOf(TemplateComponents components, ComponentPlaces places) =>
        places.IsCard ? ([TemplateHeaderFormat.Image, TemplateHeaderFormat.Video, TemplateHeaderFormat.Product], "a picture, a video or a product")
        : Has(components, TemplateButtonType.ProductList) ? ([TemplateHeaderFormat.Text], "a text")
        : Has(components, TemplateButtonType.OrderDetails) ? ([TemplateHeaderFormat.Text, TemplateHeaderFormat.Image, TemplateHeaderFormat.Document], "a text, a picture or a document")
        : components.Offer is not null ? ([TemplateHeaderFormat.Image, TemplateHeaderFormat.Video], "a picture or a video")
        : null;

    private static bool Has(TemplateComponents components, TemplateButtonType type) => components.Buttons.Any(button => button.Type == type);

    private static void CheckHandle(TemplateViolations violations, TemplateHeader header, string path)
    {
        if (string.IsNullOrWhiteSpace(header.ExampleHandle))
        {
            violations.Add(path, TemplateRule.Required,
                $"Reviewers want to see an example of the {Small(header.Format.Value)}: upload one by Meta's resumable upload and give its handle (4::aW...).");
        }
        else if (NotAHandle(header.ExampleHandle.Trim()) is string found)
        {
            violations.Add(path, TemplateRule.Format,
                $"This is {found}, and Meta takes the handle of an uploaded example only (4::aW...): upload one by Meta's resumable upload and give its handle.");
        }
        else
        {
            violations.LimitText(path, header.ExampleHandle, int.MaxValue, "The handle");
        }
    }

    // What is often taken for a handle; the shape of handles is not documented. A handle has colons: 4::aW1hZ2UvcG5n:ARb...
    private static string? NotAHandle(string handle) =>
        handle.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? "the content of a file"
        : handle.Contains("://", StringComparison.Ordinal) || handle.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "an address"
        : handle.StartsWith("upload:", StringComparison.Ordinal) ? "the id of an upload session, which the handle is the answer to"
        : !handle.AsSpan().ContainsAnyExceptInRange('0', '9') ? "the id of a file that was uploaded for messages"
        : !handle.Contains(':', StringComparison.Ordinal) && handle.AsSpan().ContainsAny('/', '\\', '.') ? "the name of a file"
        : null;

    private static void CheckOffer(TemplateViolations violations, TemplateComponents components, ComponentPlaces places)
    {
        if (components.Offer is not TemplateOffer offer)
        {
            return;
        }

        violations.RequireText($"{places.Offer}.limited_time_offer.text", offer.Text, TemplateLimits.OfferText, "The text of the offer");
        if (components.Footer is not null)
        {
            violations.Add(places.Footer, TemplateRule.NotAllowed, "A limited-time offer template has no footer; put the text into the body.");
        }
    }

    private static void CheckBody(TemplateViolations violations, TemplateComponents components, VariableNames names, ComponentPlaces places)
    {
        if (components.Body is not TemplateBody body)
        {
            if (!places.IsCard)
            {
                violations.Add(places.Body, TemplateRule.Required, "The body is required and has no text.", LimitOfBody(components, places), 0);
            }

            return;
        }

        // The text of a password is Meta's own.
        if (Has(components, TemplateButtonType.Otp))
        {
            return;
        }

        violations.RequireText($"{places.Body}.text", body.Text, LimitOfBody(components, places), "The body");
        CheckVariables(violations, body, names, places.Body, "body");
        ReadOnlySpan<char> text = body.Text.AsSpan().Trim();
        if (text.StartsWith(TemplateVariables.Open, StringComparison.Ordinal) || text.EndsWith(TemplateVariables.Close, StringComparison.Ordinal))
        {
            violations.Add($"{places.Body}.text", TemplateRule.Format,
                "A body neither begins nor ends with a variable (2388299); put a word or a full stop before or behind it.");
        }
    }

    private static int LimitOfBody(TemplateComponents components, ComponentPlaces places) =>
        places.IsCard ? TemplateLimits.CardBody
        : components.Offer is not null ? TemplateLimits.OfferBody
        : components.Header?.Format == TemplateHeaderFormat.Product ? TemplateLimits.ProductBody
        : TemplateLimits.Body;

    private static void CheckFooter(TemplateViolations violations, TemplateComponents components, ComponentPlaces places)
    {
        if (components.Footer is not TemplateFooter footer)
        {
            return;
        }

        if (footer.CodeExpirationMinutes is int minutes)
        {
            if (minutes is < 1 or > TemplateLimits.CodeMinutes)
            {
                violations.Add($"{places.Footer}.code_expiration_minutes", TemplateRule.Range,
                    Invariant($"A code holds for 1 to {TemplateLimits.CodeMinutes} minutes, not for {minutes}."), TemplateLimits.CodeMinutes, minutes);
            }

            return;
        }

        violations.RequireText($"{places.Footer}.text", footer.Text, TemplateLimits.Footer, "The footer");
        if (TemplateVariables.Of(footer.Text).Count > 0)
        {
            violations.Add($"{places.Footer}.text", TemplateRule.NotAllowed,
                "A footer has no variables (2388073): a message could not fill them in. Put it into the body.");
        }

        violations.RequireOneLine($"{places.Footer}.text", footer.Text, "A footer", " (2388073)");
    }

    private static void CheckCards(TemplateViolations violations, TemplateComponents components, VariableNames names, ComponentPlaces places)
    {
        IReadOnlyList<TemplateComponents> cards = components.Cards;
        if (cards.Count is > 0 and < TemplateLimits.CarouselMinCards)
        {
            violations.Add($"{places.Carousel}.cards", TemplateRule.MinCount, "There is only 1 card; at least 2 are needed.", TemplateLimits.CarouselMinCards, cards.Count);
        }

        violations.LimitCount($"{places.Carousel}.cards", cards.Count, TemplateLimits.CarouselCards, "cards");
        for (int i = 0; i < cards.Count; i++)
        {
            ComponentPlaces card = places.Card(i);
            CheckComponents(violations, cards[i], names, card);
            if (cards[i].Header is null)
            {
                violations.Add(card.For(cards[i]).Header, TemplateRule.Required, "Each card has a picture, a video or a product.");
            }

            if (ShapeOf(cards[i]) != ShapeOf(cards[0]))
            {
                violations.Add(Invariant($"{places.Carousel}.cards[{i}].components"), TemplateRule.Mismatch,
                    $"All cards of a carousel have the same parts: this one has {ShapeOf(cards[i])}, the first {ShapeOf(cards[0])}.");
            }
        }
    }

    private static string ShapeOf(TemplateComponents card) => Small(string.Join(" + ", new[] { card.Header?.Format.Value ?? "no header" }
        .Concat(card.Body is null ? [] : ["a body"])
        .Concat(card.Buttons.Select(button => $"{button.Type} button"))));

    private static string Small(string? word) => word?.ToLowerInvariant() ?? "";
}
