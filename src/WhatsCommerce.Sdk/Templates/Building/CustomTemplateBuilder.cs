namespace WhatsCommerce.Templates;

/// <summary>
/// Builds a template with any header and buttons. Created by <see cref="Template.Marketing"/>, <see cref="Template.Utility"/> and
/// <see cref="Template.Coupon"/>.
/// </summary>
/// <remarks>
/// Buttons are shown in the order in which they are added; quick replies must be adjacent. Source: Meta, templates/components.
/// </remarks>
public sealed class CustomTemplateBuilder : MediaHeadedTemplateBuilder<CustomTemplateBuilder>
{
    private readonly bool _isCoupon;

    internal CustomTemplateBuilder(TemplateDraft draft, bool isCoupon = false)
        : base(draft) => _isCoupon = isCoupon;

    /// <summary>Sets a video header; each message sets the video.</summary>
    /// <param name="exampleHandle">The example for Meta's review: the handle of a resumable upload.</param>
    public CustomTemplateBuilder VideoHeader(string? exampleHandle) =>
        Header(new TemplateHeader(TemplateHeaderFormat.Video, exampleHandle: exampleHandle));

    /// <summary>Sets a location header; each message sets the location.</summary>
    public CustomTemplateBuilder LocationHeader() => Header(new TemplateHeader(TemplateHeaderFormat.Location));

    /// <summary>Adds a button that opens a URL.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="url">
    /// The URL, at most <see cref="TemplateLimits.Url"/> characters; may end with <c>{{1}}</c>, which each message sets.
    /// </param>
    /// <param name="example">The example of the variable for Meta's review: the end of the URL, or the complete one.</param>
    /// <param name="paymentLinkPreview">Whether it is a payment link that is previewed with its amount; in India.</param>
    public CustomTemplateBuilder UrlButton(string? text, string? url, string? example = null, bool paymentLinkPreview = false) =>
        Add(new TemplateButtonDefinition(TemplateButtonType.Url, text, url: url, example: NullIfEmpty(example))
        {
            OtherFields = paymentLinkPreview ? ButtonFields.Of(("payment_link_preview", true)) : Fields.None,
        });

    /// <summary>Adds a button that calls a phone number.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="phoneNumber">The number with its country code, at most <see cref="TemplateLimits.PhoneNumber"/> characters.</param>
    public CustomTemplateBuilder PhoneButton(string? text, string? phoneNumber) =>
        Add(new TemplateButtonDefinition(TemplateButtonType.PhoneNumber, text, phoneNumber: phoneNumber));

    /// <summary>Adds a button that copies a coupon code; each message sets the code. Meta sets the label.</summary>
    /// <param name="example">The example code for Meta's review, at most <see cref="TemplateLimits.CouponCode"/> characters.</param>
    public CustomTemplateBuilder CopyCodeButton(string? example) =>
        Add(new TemplateButtonDefinition(TemplateButtonType.CopyCode, example: example));

    /// <summary>Adds a button with which the customer calls the business on WhatsApp.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    public CustomTemplateBuilder VoiceCallButton(string? text) => Add(new TemplateButtonDefinition(TemplateButtonType.VoiceCall, text));

    /// <summary>Adds a button that opens a flow, by its id.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="flowId">The flow.</param>
    /// <param name="screen">The first screen, without a request to the app's endpoint; null to let the flow decide.</param>
    public CustomTemplateBuilder FlowButton(string? text, string? flowId, string? screen = null) => Flow(text, "flow_id", flowId, screen);

    /// <summary>Adds a button that opens a flow, by its name.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="flowName">The flow.</param>
    /// <param name="screen">The first screen, without a request to the app's endpoint; null to let the flow decide.</param>
    public CustomTemplateBuilder FlowButtonByName(string? text, string? flowName, string? screen = null) =>
        Flow(text, "flow_name", flowName, screen);

    /// <summary>Adds a button that opens a flow that is created together with the template.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="flowJson">The JSON of the flow.</param>
    /// <param name="screen">The first screen, without a request to the app's endpoint; null to let the flow decide.</param>
    public CustomTemplateBuilder FlowButtonByJson(string? text, string? flowJson, string? screen = null) =>
        Flow(text, "flow_json", flowJson, screen);

    /// <summary>Asks the customer for permission to call. Source: Meta, calling/user-call-permissions.</summary>
    public CustomTemplateBuilder CallPermissionRequest()
    {
        Draft.AsksToCall = true;
        return this;
    }

    private protected override void Check(Violations violations)
    {
        if (_isCoupon && !Draft.Buttons.Any(button => button.Type == TemplateButtonType.CopyCode))
        {
            violations.Add(
                "components",
                ViolationRule.Required,
                "A coupon template has a button that copies the code: add .CopyCodeButton(\"25OFF\").");
        }
    }

    private CustomTemplateBuilder Flow(string? text, string way, string? flow, string? screen)
    {
        List<(string, ButtonField)> fields = string.IsNullOrWhiteSpace(flow) ? [] : [(way, flow)];
        if (!string.IsNullOrEmpty(screen))
        {
            fields.AddRange([("flow_action", "navigate"), ("navigate_screen", screen)]);
        }

        return Add(new TemplateButtonDefinition(TemplateButtonType.Flow, text) { OtherFields = ButtonFields.Of([.. fields]) });
    }
}
