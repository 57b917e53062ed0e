namespace WhatsCommerce.Templates;

/// <summary>Builds one card of a carousel. See <see cref="MediaCarouselTemplateBuilder.Card"/>.</summary>
public sealed class MediaCardTemplateBuilder
{
    private readonly TemplateDraft _draft = new(null, null);

    internal MediaCardTemplateBuilder() { }

    /// <summary>Sets a picture; each message sets which one.</summary>
    /// <param name="exampleHandle">The example for Meta's review: the handle of a resumable upload.</param>
    public MediaCardTemplateBuilder Image(string? exampleHandle) => Header(TemplateHeaderFormat.Image, exampleHandle);

    /// <summary>Sets a video; each message sets which one.</summary>
    /// <param name="exampleHandle">The example for Meta's review: the handle of a resumable upload.</param>
    public MediaCardTemplateBuilder Video(string? exampleHandle) => Header(TemplateHeaderFormat.Video, exampleHandle);

    /// <summary>Sets the text of the card.</summary>
    /// <param name="text">At most <see cref="TemplateLimits.CardBody"/> characters; null or empty for none.</param>
    /// <param name="examples">The example values of the variables for Meta's review.</param>
    public MediaCardTemplateBuilder Body(string? text, params ReadOnlySpan<TemplateExample> examples)
    {
        _draft.Body = string.IsNullOrEmpty(text) ? null : new TemplateBody(text, examples.ToArray());
        return this;
    }

    /// <summary>Adds a quick reply button, which sends its label as a reply.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    public MediaCardTemplateBuilder QuickReplyButton(string? text) => Add(new(TemplateButtonType.QuickReply, text));

    /// <summary>Adds a button that opens a URL.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="url">The URL, at most <see cref="TemplateLimits.Url"/> characters; may end with <c>{{1}}</c>.</param>
    /// <param name="example">The example of the variable for Meta's review.</param>
    public MediaCardTemplateBuilder UrlButton(string? text, string? url, string? example = null) =>
        Add(new(TemplateButtonType.Url, text, url: url, example: string.IsNullOrEmpty(example) ? null : example));

    /// <summary>Adds a button that calls a phone number.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="phoneNumber">The number with its country code.</param>
    public MediaCardTemplateBuilder PhoneButton(string? text, string? phoneNumber) =>
        Add(new(TemplateButtonType.PhoneNumber, text, phoneNumber: phoneNumber));

    /// <summary>Adds a button that opens an order to be paid (checkout button); in India.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    public MediaCardTemplateBuilder CheckoutButton(string? text = "Buy now") => Add(new(TemplateButtonType.OrderDetails, text));

    internal TemplateComponents ToComponents() => _draft.ToComponents();

    private MediaCardTemplateBuilder Header(TemplateHeaderFormat format, string? exampleHandle)
    {
        _draft.Header = new TemplateHeader(format, exampleHandle: exampleHandle);
        return this;
    }

    private MediaCardTemplateBuilder Add(TemplateButtonDefinition button)
    {
        _draft.Buttons.Add(button);
        return this;
    }
}
