namespace WhatsCommerce.Messages;

/// <summary>Builds a message from a template: sets the values of its variables, and the data of its buttons.</summary>
/// <remarks>
/// Values that are invalid in any template are reported when the message is built, and mismatches with this template if the message was
/// started with its <see cref="TemplateShape"/>; otherwise Meta reports them (132000, 132012). Parts of the template without variables are
/// not set here. Source: Meta, templates/overview and the pages of each kind of template.
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

    /// <summary>Sets the value of the variable in a text header.</summary>
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
    /// <param name="fileName">
    /// The file name that the customer sees, at most <see cref="MessageLimits.DocumentFileName"/> characters.
    /// </param>
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
    /// Texts, <c>("name", "text")</c>, amounts (<see cref="TemplateParameter.Currency"/>) or dates; all by position or all by name.
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

    /// <summary>Sets the payload of a quick reply button.</summary>
    /// <param name="index">The position of the button in the template, from 0.</param>
    /// <param name="payload">The payload that is returned when it is tapped.</param>
    public TemplateMessageBuilder QuickReplyButton(int index, string? payload) =>
        Button("quick_reply", index, new TemplatePayloadPart(payload));

    /// <summary>Sets the variable part of the URL of a button; in authentication templates the one-time password, as in the body.</summary>
    /// <param name="index">The position of the button in the template, from 0.</param>
    /// <param name="suffix">
    /// The text that is appended to the URL of the template, at most <see cref="MessageLimits.TemplateUrl"/> characters.
    /// </param>
    /// <param name="paymentLinkPreview">Whether to preview a payment link with its amount; in India.</param>
    public TemplateMessageBuilder UrlButton(int index, string? suffix, bool paymentLinkPreview = false) =>
        Button("url", index, new TemplateUrlPart(suffix, paymentLinkPreview));

    /// <summary>Sets the coupon code that a button copies.</summary>
    /// <param name="index">The position of the button in the template, from 0.</param>
    /// <param name="code">At most <see cref="MessageLimits.CouponCode"/> characters.</param>
    public TemplateMessageBuilder CopyCodeButton(int index, string? code) => Button("copy_code", index, new TemplateCouponPart(code));

    /// <summary>Sets the parameters of a button that opens a flow.</summary>
    /// <param name="index">The position of the button in the template, from 0.</param>
    /// <param name="token">
    /// Your own token that identifies this use of the flow; your endpoint and the reply contain it. Null or empty for none.
    /// </param>
    /// <param name="data">The initial data of the first screen: a JSON object; null for none.</param>
    public TemplateMessageBuilder FlowButton(int index, string? token = null, JsonElement? data = null)
    {
        JsonElement? given = data is { ValueKind: not JsonValueKind.Undefined } element ? element.Clone() : null;

        // Without either there is nothing to set, and Meta rejects an empty action.
        return string.IsNullOrEmpty(token) && given is null
            ? Button("flow", index)
            : Button("flow", index, new TemplateFlowPart(token, given));
    }

    /// <summary>Sets the parameters of a button that opens the catalog.</summary>
    /// <param name="index">The position of the button in the template, from 0.</param>
    /// <param name="thumbnail">The item whose picture is shown; absent for the catalog's first item.</param>
    public TemplateMessageBuilder CatalogButton(int index, RetailerId thumbnail = default) => thumbnail.HasValue
        ? Button("CATALOG", index, new TemplateCatalogPart(thumbnail, sections: null))
        : Button("CATALOG", index);

    /// <summary>Sets the products of a button that opens a product list (multi-product template).</summary>
    /// <param name="index">The position of the button in the template, from 0.</param>
    /// <param name="thumbnail">The item whose picture is shown.</param>
    /// <param name="sections">
    /// At most <see cref="MessageLimits.ProductListSections"/> sections with at most <see cref="MessageLimits.ProductListProducts"/>
    /// products.
    /// </param>
    public TemplateMessageBuilder ProductListButton(int index, RetailerId thumbnail, params ReadOnlySpan<ProductSection> sections) =>
        Button("mpm", index, new TemplateCatalogPart(thumbnail, [.. sections]));

    /// <summary>Sets the order of a button that opens an order to be paid.</summary>
    /// <param name="index">The position of the button in the template, from 0.</param>
    /// <param name="referenceId">The shop's own id of the order, as in <see cref="Message.OrderDetails"/>.</param>
    /// <param name="order">Configures the order; called immediately.</param>
    public TemplateMessageBuilder OrderDetailsButton(int index, string? referenceId, Action<OrderDetailsBuilder> order) =>
        Button("order_details", index, TemplateOrderPart.From(referenceId, order));

    /// <summary>Sets the parameters of a payment button; in Brazil.</summary>
    /// <remarks>Source: Meta, payments/payments-br/payment-request-cta.</remarks>
    /// <param name="index">The position of the button in the template, from 0.</param>
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

    /// <summary>Sets the parameters of a button with which the customer calls the business on WhatsApp.</summary>
    /// <param name="index">The position of the button in the template, from 0.</param>
    /// <param name="expiresAfter">
    /// How long it works, in whole minutes up to <see cref="MessageLimits.CallButtonMinutes"/>; null for Meta's default of 7 days.
    /// </param>
    /// <param name="payload">
    /// The payload in the events of the call, at most <see cref="MessageLimits.CallButtonPayload"/> characters; null or empty for none.
    /// </param>
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
    /// <param name="expiresAt">The time, to the millisecond.</param>
    public TemplateMessageBuilder LimitedTimeOffer(DateTimeOffset expiresAt)
    {
        _offer = TemplateComponent.Of("limited_time_offer", new TemplateOfferPart(expiresAt));
        return this;
    }

    /// <summary>Sets the status of an order, in an order status template.</summary>
    /// <param name="referenceId">The id of the order in its order details message.</param>
    /// <param name="status">The status; see <see cref="Messages.OrderStatus.CanBecome"/>.</param>
    /// <param name="description">A text about it, at most <see cref="MessageLimits.OrderStatusDescription"/> characters; null or empty for
    /// none.</param>
    public TemplateMessageBuilder OrderStatus(string? referenceId, OrderStatus status, string? description = null)
    {
        _orderStatus = TemplateComponent.Of(
            "order_status",
            new TemplateOrderStatusPart(new OrderStatusUpdate(referenceId, status) { Description = NullIfEmpty(description) }));
        return this;
    }

    /// <summary>Opens a URL when the message itself is tapped, in templates that allow it.</summary>
    /// <param name="url">An absolute http or https URL.</param>
    /// <param name="title">The text that is shown instead of the URL.</param>
    public TemplateMessageBuilder TapTarget(string? url, string? title)
    {
        _tapTarget = TemplateComponent.Of("tap_target_configuration", new TemplateTapTargetPart(url, title));
        return this;
    }

    /// <inheritdoc cref="TapTarget(string?, string?)"/>
    public TemplateMessageBuilder TapTarget(Uri? url, string? title) => TapTarget(url?.OriginalString, title);

    /// <summary>Adds a card to the carousel: <c>.Card(card =&gt; card.Image(picture).QuickReplyButton(0, "more-aloes"))</c>.</summary>
    /// <param name="card">Configures the card; called immediately.</param>
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

    /// <summary>
    /// Sends the template through Meta's marketing messages endpoint (<c>POST /marketing_messages</c>), whose delivery Meta optimizes.
    /// </summary>
    /// <remarks>For templates of the category marketing. Source: Meta OpenAPI v23.0, <c>marketing_messages</c>.</remarks>
    /// <param name="policy">What Meta does if the message cannot be sent that way; Meta's default if absent.</param>
    /// <param name="shareActivity">
    /// Whether Meta may use the customers' activity on the message for that; null for the setting of the account.
    /// </param>
    public TemplateMessageBuilder AsMarketing(MarketingPolicy policy = default, bool? shareActivity = null)
    {
        _marketing = new(policy, shareActivity);
        return this;
    }

    /// <summary>
    /// Puts the values of variables on one line, as Meta requires (132018): a run of whitespace with a line break or a tab, or of more than
    /// four spaces, becomes one space, and leading and trailing whitespace is removed. Otherwise such values are violations. Changed texts
    /// are listed in <see cref="OutboundMessage.Adjustments"/> and in the receipt of each send.
    /// </summary>
    public TemplateMessageBuilder FlattenParameters()
    {
        _flattens = true;
        return this;
    }

    /// <summary>Validates with a clock, and builds the message.</summary>
    /// <param name="timeProvider">
    /// The clock for the expiration of an order, which is checked now and again whenever the message is sent. Null for the system's clock.
    /// </param>
    /// <exception cref="WhatsCommerceValidationException">At least one rule is violated; contains all violations.</exception>
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
