using WhatsCommerce.Validation;

namespace WhatsCommerce.Templates;

/// <summary>
/// Builds a plain template, of any header and buttons. Created by <see cref="Template.Marketing"/>, <see cref="Template.Utility"/> and
/// <see cref="Template.Coupon"/>.
/// </summary>
/// <remarks>Buttons stand in the order in which they are added; quick replies stand together. Source: Meta, templates/components.</remarks>
public sealed class CustomTemplateBuilder : MediaHeadedTemplateBuilder<CustomTemplateBuilder>
{
    private readonly bool _isCoupon;

    internal CustomTemplateBuilder(TemplateDraft draft, bool isCoupon = false)
        : base(draft) => _isCoupon = isCoupon;

    /// <summary>Sets a video above the body; which one, each message says.</summary>
    /// <param name="exampleHandle">The one that reviewers see: the handle of a resumable upload.</param>
    public CustomTemplateBuilder VideoHeader(string? exampleHandle) =>
        Header(new TemplateHeader(TemplateHeaderFormat.Video, exampleHandle: exampleHandle));

    /// <summary>Sets a place on the map above the body; which one, each message says.</summary>
    public CustomTemplateBuilder LocationHeader() => Header(new TemplateHeader(TemplateHeaderFormat.Location));

    /// <summary>Adds a button that opens a page.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="url">The page, at most <see cref="TemplateLimits.Url"/> characters; may end with <c>{{1}}</c>, which each message fills
    /// in.</param>
    /// <param name="example">What reviewers see in place of the variable: the end of the address, or the whole of it.</param>
    /// <param name="paymentLinkPreview">Whether it is a payment link that is shown with what it costs; in India.</param>
    public CustomTemplateBuilder UrlButton(string? text, string? url, string? example = null, bool paymentLinkPreview = false) =>
        Add(new TemplateButtonDefinition(TemplateButtonType.Url, text, url: url, example: NullIfEmpty(example))
        {
            OtherFields = paymentLinkPreview ? ButtonFields.Of(("payment_link_preview", true)) : Fields.None,
        });

    /// <summary>Adds a button that calls a number by telephone.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="phoneNumber">The number with its country, at most <see cref="TemplateLimits.PhoneNumber"/> characters.</param>
    public CustomTemplateBuilder PhoneButton(string? text, string? phoneNumber) =>
        Add(new TemplateButtonDefinition(TemplateButtonType.PhoneNumber, text, phoneNumber: phoneNumber));

    /// <summary>Adds a button that copies a coupon code; which one, each message says. Meta writes its label.</summary>
    /// <param name="example">The code that reviewers see, at most <see cref="TemplateLimits.CouponCode"/> characters.</param>
    public CustomTemplateBuilder CopyCodeButton(string? example) =>
        Add(new TemplateButtonDefinition(TemplateButtonType.CopyCode, example: example));

    /// <summary>Adds a button with which the customer calls the business on WhatsApp.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    public CustomTemplateBuilder VoiceCallButton(string? text) => Add(new TemplateButtonDefinition(TemplateButtonType.VoiceCall, text));

    /// <summary>Adds a button that opens a flow, by its id.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="flowId">The flow.</param>
    /// <param name="screen">The screen that it begins with, without asking the app's endpoint first; null to leave that to the
    /// flow.</param>
    public CustomTemplateBuilder FlowButton(string? text, string? flowId, string? screen = null) => Flow(text, "flow_id", flowId, screen);

    /// <summary>Adds a button that opens a flow, by its name.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="flowName">The flow.</param>
    /// <param name="screen">The screen that it begins with, without asking the app's endpoint first; null to leave that to the
    /// flow.</param>
    public CustomTemplateBuilder FlowButtonByName(string? text, string? flowName, string? screen = null) =>
        Flow(text, "flow_name", flowName, screen);

    /// <summary>Adds a button that opens a flow that is made together with the template.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="flowJson">The flow itself, as JSON.</param>
    /// <param name="screen">The screen that it begins with, without asking the app's endpoint first; null to leave that to the
    /// flow.</param>
    public CustomTemplateBuilder FlowButtonByJson(string? text, string? flowJson, string? screen = null) =>
        Flow(text, "flow_json", flowJson, screen);

    /// <summary>Asks the customer for the permission to be called. Source: Meta, calling/user-call-permissions.</summary>
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
