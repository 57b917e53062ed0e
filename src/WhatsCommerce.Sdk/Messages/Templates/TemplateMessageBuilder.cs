namespace WhatsCommerce.Messages;

/// <summary>Builds a message from a template: sets the values of its variables, and the data of its buttons.</summary>
/// <remarks>
/// What is invalid in any template is reported when the message is built. Whether the parameters fit this one is reported too when the
/// message began with the template's <see cref="TemplateShape"/>; otherwise Meta tells (132000, 132012). What the template has without
/// variables is not given here. Source: Meta, templates/overview and the pages of each kind of template.
/// </remarks>
public sealed class TemplateMessageBuilder : MessageBuilder<TemplateMessage>
{
    private readonly string? _name;
    private readonly string? _language;
    private readonly TemplateShape? _shape;
    private readonly List<TemplateCardBuilder> _cards = [];
    private readonly List<TemplateParametersComponent> _buttons = [];
    private TemplateParametersComponent? _header;
    private TemplateParametersComponent? _body;
    private TemplateParametersComponent? _offer;
    private TemplateParametersComponent? _orderStatus;
    private TemplateParametersComponent? _tapTarget;
    private MarketingSettings? _marketing;
    private TemplateContent? _content;
    private bool _flattens;

    internal TemplateMessageBuilder(string? name, string? language)
    {
        _name = name;
        _language = language;
    }

    internal TemplateMessageBuilder(TemplateShape shape)
        : this(shape.Name, shape.Language) => _shape = shape;

    /// <summary>Sets the value of the variable of a text header.</summary>
    /// <param name="parameter">A text, or <c>("name", "text")</c>; at most <see cref="MessageLimits.TemplateHeaderText"/>
    /// characters.</param>
    public TemplateMessageBuilder Header(TemplateParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return Header(parameter.ToPart(MessageLimits.TemplateHeaderText));
    }

    /// <summary>Sets the picture above the body.</summary>
    /// <param name="image">JPEG or PNG.</param>
    public TemplateMessageBuilder ImageHeader(MediaSource image) => Header(new TemplateMediaPart("image", image));

    /// <summary>Sets the video above the body.</summary>
    /// <param name="video">MP4 or 3GP.</param>
    public TemplateMessageBuilder VideoHeader(MediaSource video) => Header(new TemplateMediaPart("video", video));

    /// <summary>Sets the document above the body.</summary>
    /// <param name="document">A PDF file.</param>
    /// <param name="fileName">The name under which the customer sees it, at most <see cref="MessageLimits.DocumentFileName"/>
    /// characters.</param>
    public TemplateMessageBuilder DocumentHeader(MediaSource document, string? fileName = null) =>
        Header(new TemplateMediaPart("document", document, fileName));

    /// <summary>Sets the place on the map above the body.</summary>
    /// <param name="latitude">Degrees north, -90 to 90.</param>
    /// <param name="longitude">Degrees east, -180 to 180.</param>
    /// <param name="name">The name of the place, at most <see cref="MessageLimits.LocationName"/> characters.</param>
    /// <param name="address">Its address, at most <see cref="MessageLimits.LocationAddress"/> characters.</param>
    public TemplateMessageBuilder LocationHeader(double latitude, double longitude, string? name = null, string? address = null) =>
        Header(new TemplateLocationPart(latitude, longitude, name, address));

    /// <summary>Sets the product of a single-product template.</summary>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="retailerId">The item's id in the catalog.</param>
    public TemplateMessageBuilder ProductHeader(CatalogId catalogId, RetailerId retailerId) =>
        Header(new TemplateProductPart(catalogId, retailerId));

    /// <summary>
    /// Sets the values of the variables of the body: <c>.Body("Pablo", "10OFF")</c>, or <c>.Body(("code", "10OFF"))</c> by name.
    /// </summary>
    /// <param name="parameters">
    /// Texts, <c>("name", "text")</c>, amounts (<see cref="TemplateParameter.Currency"/>) or moments; all by position or all by name.
    /// </param>
    public TemplateMessageBuilder Body(params ReadOnlySpan<TemplateParameter> parameters)
    {
        _body = TemplateComponent.Body(parameters);
        return this;
    }

    /// <summary>Sets the values of the variables of the body.</summary>
    /// <param name="parameters">The parameters; all by position or all by name.</param>
    public TemplateMessageBuilder Body(IEnumerable<TemplateParameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Body([.. parameters]);
    }

    /// <summary>Fills a quick reply in.</summary>
    /// <param name="index">The button's place in the template, from 0.</param>
    /// <param name="payload">What comes back when it is tapped.</param>
    public TemplateMessageBuilder QuickReplyButton(int index, string? payload) =>
        Button("quick_reply", index, new TemplatePayloadPart(payload));

    /// <summary>Fills the address of a button in; in authentication templates the one-time password, the same as in the body.</summary>
    /// <param name="index">The button's place in the template, from 0.</param>
    /// <param name="suffix">What is appended to the address that the template has, at most <see cref="MessageLimits.TemplateUrl"/>
    /// characters.</param>
    /// <param name="paymentLinkPreview">Whether a payment link is shown with what it costs; in India.</param>
    public TemplateMessageBuilder UrlButton(int index, string? suffix, bool paymentLinkPreview = false) =>
        Button("url", index, new TemplateUrlPart(suffix, paymentLinkPreview));

    /// <summary>Sets the coupon code that a button copies.</summary>
    /// <param name="index">The button's place in the template, from 0.</param>
    /// <param name="code">At most <see cref="MessageLimits.CouponCode"/> characters.</param>
    public TemplateMessageBuilder CopyCodeButton(int index, string? code) => Button("copy_code", index, new TemplateCouponPart(code));

    /// <summary>Fills a button in that opens a flow.</summary>
    /// <param name="index">The button's place in the template, from 0.</param>
    /// <param name="token">A token of your own, which your endpoint and the answer get with the flow; null or empty for none.</param>
    /// <param name="data">What the first screen is filled with: a JSON object; null for nothing.</param>
    public TemplateMessageBuilder FlowButton(int index, string? token = null, JsonElement? data = null)
    {
        JsonElement? given = data is { ValueKind: not JsonValueKind.Undefined } element ? element.Clone() : null;

        // Without either there is nothing to fill in, and Meta refuses an empty action.
        return string.IsNullOrEmpty(token) && given is null
            ? Button("flow", index)
            : Button("flow", index, new TemplateFlowPart(token, given));
    }

    /// <summary>Fills a button in that opens the catalog.</summary>
    /// <param name="index">The button's place in the template, from 0.</param>
    /// <param name="thumbnail">The item whose picture is shown; absent for the catalog's first item.</param>
    public TemplateMessageBuilder CatalogButton(int index, RetailerId thumbnail = default) => thumbnail.HasValue
        ? Button("CATALOG", index, new TemplateCatalogPart(thumbnail, sections: null))
        : Button("CATALOG", index);

    /// <summary>Fills a button in that opens a list of products (multi-product template).</summary>
    /// <param name="index">The button's place in the template, from 0.</param>
    /// <param name="thumbnail">The item whose picture is shown.</param>
    /// <param name="sections">
    /// At most <see cref="MessageLimits.ProductListSections"/> sections with at most <see cref="MessageLimits.ProductListProducts"/>
    /// products.
    /// </param>
    public TemplateMessageBuilder ProductListButton(int index, RetailerId thumbnail, params ReadOnlySpan<ProductSection> sections) =>
        Button("mpm", index, new TemplateCatalogPart(thumbnail, [.. sections]));

    /// <summary>Fills a button in that opens an order to be paid.</summary>
    /// <param name="index">The button's place in the template, from 0.</param>
    /// <param name="referenceId">The shop's own id of the order, as in <see cref="Message.OrderDetails"/>.</param>
    /// <param name="order">Fills the order in; called at once.</param>
    public TemplateMessageBuilder OrderDetailsButton(int index, string? referenceId, Action<OrderDetailsBuilder> order) =>
        Button("order_details", index, TemplateOrderPart.From(referenceId, order));

    /// <summary>Sets the parameters of a payment button; in Brazil.</summary>
    /// <remarks>Source: Meta, payments/payments-br/payment-request-cta.</remarks>
    /// <param name="index">The button's place in the template, from 0.</param>
    /// <param name="setting">
    /// <see cref="PaymentSetting.PixDynamicCode(string?)"/>, <see cref="PaymentSetting.Boleto"/> or
    /// <see cref="PaymentSetting.Link(string)"/>. A template has up to <see cref="MessageLimits.PaymentRequestButtons"/> such buttons, each
    /// for another way to pay.
    /// </param>
    public TemplateMessageBuilder PaymentRequestButton(int index, PaymentSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Button("payment_request", index, new TemplatePaymentRequestPart(setting));
    }

    /// <summary>
    /// Sets the one-time password of an authentication template: in the body, and in the button that copies or autofills it.
    /// </summary>
    /// <remarks>Source: Meta, templates/authentication-templates.</remarks>
    /// <param name="code">At most <see cref="MessageLimits.OneTimePassword"/> characters.</param>
    public TemplateMessageBuilder OneTimePassword(string? code)
    {
        _body = TemplateComponent.Of("body", new TemplateOneTimePasswordPart(code));
        _buttons.RemoveAll(button => button.SubType == "url" && button.Index == 0);
        return Button("url", 0, new TemplateOneTimePasswordPart(code));
    }

    /// <summary>Fills a button in with which the customer calls the business on WhatsApp.</summary>
    /// <param name="index">The button's place in the template, from 0.</param>
    /// <param name="expiresAfter">How long it works, in whole minutes up to <see cref="MessageLimits.CallButtonMinutes"/>; null for Meta's
    /// seven days.</param>
    /// <param name="payload">What the events of the call carry, at most <see cref="MessageLimits.CallButtonPayload"/> characters; null or
    /// empty for none.</param>
    public TemplateMessageBuilder VoiceCallButton(int index, TimeSpan? expiresAfter = null, string? payload = null)
    {
        List<TemplatePart> parameters = [];
        if (expiresAfter is TimeSpan time)
        {
            parameters.Add(new TemplateTimeToLivePart(time));
        }

        if (!string.IsNullOrEmpty(payload))
        {
            parameters.Add(new TemplatePayloadPart(payload, MessageLimits.CallButtonPayload));
        }

        return Button("voice_call", index, [.. parameters]);
    }

    /// <summary>Sets when the offer of a limited-time offer template ends.</summary>
    /// <param name="expiresAt">The moment, to the millisecond.</param>
    public TemplateMessageBuilder LimitedTimeOffer(DateTimeOffset expiresAt)
    {
        _offer = TemplateComponent.Of("limited_time_offer", new TemplateOfferPart(expiresAt));
        return this;
    }

    /// <summary>Sets the status of an order, in an order status template.</summary>
    /// <param name="referenceId">The id of the order, as its order details message named it.</param>
    /// <param name="status">How far; see <see cref="Messages.OrderStatus.CanBecome"/>.</param>
    /// <param name="description">A text about it, at most <see cref="MessageLimits.OrderStatusDescription"/> characters; null or empty for
    /// none.</param>
    public TemplateMessageBuilder OrderStatus(string? referenceId, OrderStatus status, string? description = null)
    {
        _orderStatus = TemplateComponent.Of(
            "order_status",
            new TemplateOrderStatusPart(new OrderStatusUpdate(referenceId, status) { Description = NullIfEmpty(description) }));
        return this;
    }

    /// <summary>Opens an address when the message itself is tapped, in templates that allow it.</summary>
    /// <param name="url">An absolute http or https address.</param>
    /// <param name="title">What is shown in place of the address.</param>
    public TemplateMessageBuilder TapTarget(string? url, string? title)
    {
        _tapTarget = TemplateComponent.Of("tap_target_configuration", new TemplateTapTargetPart(url, title));
        return this;
    }

    /// <inheritdoc cref="TapTarget(string?, string?)"/>
    public TemplateMessageBuilder TapTarget(Uri? url, string? title) => TapTarget(url?.OriginalString, title);

    /// <summary>Adds a card to the carousel: <c>.Card(card =&gt; card.Image(picture).QuickReplyButton(0, "more-aloes"))</c>.</summary>
    /// <param name="card">Fills the card in; called at once.</param>
    public TemplateMessageBuilder Card(Action<TemplateCardBuilder> card)
    {
        ArgumentNullException.ThrowIfNull(card);
        TemplateCardBuilder builder = new();
        card(builder);
        _cards.Add(builder);
        return this;
    }

    /// <summary>Adds a card for each product to the carousel.</summary>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="products">
    /// The items' ids in the catalog; together with other cards at least <see cref="MessageLimits.CarouselMinCards"/>, at most
    /// <see cref="MessageLimits.CarouselCards"/>.
    /// </param>
    public TemplateMessageBuilder ProductCards(CatalogId catalogId, params ReadOnlySpan<RetailerId> products)
    {
        foreach (RetailerId product in products)
        {
            Card(card => card.Product(catalogId, product));
        }

        return this;
    }

    /// <summary>Adds a card for each product to the carousel.</summary>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="products">The items' ids in the catalog.</param>
    public TemplateMessageBuilder ProductCards(CatalogId catalogId, IEnumerable<RetailerId> products)
    {
        ArgumentNullException.ThrowIfNull(products);
        return ProductCards(catalogId, [.. products]);
    }

    /// <summary>Sends the template by Meta's marketing messages (<c>POST /marketing_messages</c>), whose delivery Meta optimizes.</summary>
    /// <remarks>For templates of the category marketing. Source: Meta OpenAPI v23.0, <c>marketing_messages</c>.</remarks>
    /// <param name="policy">What Meta does if the message cannot be sent that way; Meta decides if it is absent.</param>
    /// <param name="shareActivity">Whether Meta may use what customers do with it for that; null leaves it to the account.</param>
    public TemplateMessageBuilder AsMarketing(MarketingPolicy policy = default, bool? shareActivity = null)
    {
        _marketing = new(policy, shareActivity);
        return this;
    }

    /// <summary>
    /// Puts the values of variables on one line, as Meta takes them (132018): a run of blanks with a line break or a tab, or of more than
    /// four blanks, becomes one blank, and is removed at the ends. Without it such values are violations. What was changed is in
    /// <see cref="OutboundMessage.Adjustments"/> and in the receipt of each send.
    /// </summary>
    public TemplateMessageBuilder FlattenParameters()
    {
        _flattens = true;
        return this;
    }

    /// <summary>Checks every rule by a clock, and builds the message.</summary>
    /// <param name="timeProvider">
    /// What time it is, for the expiration of an order: now, and once more whenever the message is sent. Null for the system's time.
    /// </param>
    /// <exception cref="WhatsCommerceValidationException">At least one rule is broken; names all of them.</exception>
    public TemplateMessage Build(TimeProvider? timeProvider) => BuildAt(timeProvider ?? TimeProvider.System);

    private protected override void Validate(Violations violations)
    {
        TemplateComponent? carousel =
            _cards.Count == 0 ? null : new TemplateCarouselComponent([.. _cards.Select(card => card.ToContent())]);
        _content = new(_header, _body, [_offer, _orderStatus, _tapTarget, carousel], _buttons);
        if (_flattens)
        {
            _content = _content.Flatten(
                "template", path => (Adjustments ??= []).Add(new TextAdjustment(path, TextAdjustmentKind.Flattened)));
        }

        violations.Enter("template");
        violations.RequireTemplateName("name", _name, MessageLimits.TemplateName);
        violations.RequireLanguage("language.code", _language);
        _content.Validate(violations, new TemplateParameterNames());
        if (_shape is not null)
        {
            new TemplateParameterChecks(violations, _shape).Check(_content);
        }

        violations.Leave();
        violations.AllowText("product_policy", _marketing?.Policy.Value, "The policy");
    }

    private protected override TemplateMessage Create() => new(_name!, _language!, _content!, _marketing, Clock);

    private TemplateMessageBuilder Header(TemplatePart part)
    {
        _header = TemplateComponent.Header(part);
        return this;
    }

    private TemplateMessageBuilder Button(string subType, int index, params ReadOnlySpan<TemplatePart> parameters)
    {
        _buttons.Add(TemplateComponent.Button(subType, index, parameters));
        return this;
    }
}
