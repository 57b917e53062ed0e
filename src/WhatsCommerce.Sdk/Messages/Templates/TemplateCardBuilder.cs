namespace WhatsCommerce.Messages;

/// <summary>Builds one card of a template's carousel. See <see cref="TemplateMessageBuilder.Card"/>.</summary>
/// <remarks>Source: Meta, templates/marketing-templates/media-card-carousel-templates and product-card-carousel-templates.</remarks>
public sealed class TemplateCardBuilder
{
    private readonly List<TemplateParametersComponent> _buttons = [];
    private TemplateParametersComponent? _header;
    private TemplateParametersComponent? _body;

    internal TemplateCardBuilder() { }

    /// <summary>Sets the picture of the card.</summary>
    /// <param name="image">JPEG or PNG.</param>
    public TemplateCardBuilder Image(MediaSource image)
    {
        _header = TemplateComponent.Header(new TemplateMediaPart("image", image));
        return this;
    }

    /// <summary>Sets the video of the card.</summary>
    /// <param name="video">MP4 or 3GP.</param>
    public TemplateCardBuilder Video(MediaSource video)
    {
        _header = TemplateComponent.Header(new TemplateMediaPart("video", video));
        return this;
    }

    /// <summary>Sets the product of the card.</summary>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="retailerId">The item's id in the catalog.</param>
    public TemplateCardBuilder Product(CatalogId catalogId, RetailerId retailerId)
    {
        _header = TemplateComponent.Header(new TemplateProductPart(catalogId, retailerId));
        return this;
    }

    /// <summary>Sets the values of the variables of the card's body.</summary>
    /// <param name="parameters">Texts, <c>("name", "text")</c>, amounts or dates.</param>
    public TemplateCardBuilder Body(params ReadOnlySpan<TemplateParameter> parameters)
    {
        _body = TemplateComponent.Body(parameters);
        return this;
    }

    /// <summary>Sets the payload of a quick reply button.</summary>
    /// <param name="index">The position of the button on the card in the template, from 0.</param>
    /// <param name="payload">The payload that is returned when it is tapped; make it identify the card as well.</param>
    public TemplateCardBuilder QuickReplyButton(int index, string? payload) =>
        Button("quick_reply", index, new TemplatePayloadPart(payload));

    /// <summary>Sets the variable part of the URL of a button.</summary>
    /// <param name="index">The position of the button on the card in the template, from 0.</param>
    /// <param name="suffix">
    /// The text that is appended to the URL of the template, at most <see cref="MessageLimits.TemplateUrl"/> characters.
    /// </param>
    public TemplateCardBuilder UrlButton(int index, string? suffix) =>
        Button("url", index, new TemplateUrlPart(suffix, paymentLinkPreview: false));

    /// <summary>Sets the order of a "Buy now" button (checkout button); in India.</summary>
    /// <param name="index">The position of the button on the card in the template, from 0.</param>
    /// <param name="referenceId">The shop's own id of the order, as in <see cref="Message.OrderDetails"/>.</param>
    /// <param name="order">Configures the order; called immediately.</param>
    public TemplateCardBuilder OrderDetailsButton(int index, string? referenceId, Action<OrderDetailsBuilder> order) =>
        Button("order_details", index, TemplateOrderPart.From(referenceId, order));

    internal TemplateContent ToContent() => new(_header, _body, [], _buttons);

    private TemplateCardBuilder Button(string subType, int index, params ReadOnlySpan<TemplatePart> parameters)
    {
        _buttons.Add(TemplateComponent.Button(subType, index, parameters));
        return this;
    }
}
