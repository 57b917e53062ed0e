namespace WhatsCommerce.Templates;

/// <summary>Builds a template with an offer that ends. Created by <see cref="Template.LimitedTimeOffer"/>.</summary>
/// <remarks>
/// It has no footer, and is not shown on the web and on computers. Source: Meta,
/// templates/marketing-templates/limited-time-offer-templates.
/// </remarks>
public sealed class LimitedTimeOfferTemplateBuilder : BodyTemplateBuilder<LimitedTimeOfferTemplateBuilder>
{
    internal LimitedTimeOfferTemplateBuilder(TemplateDraft draft, string? offer, bool hasExpiration)
        : base(draft) => Draft.Offer = new TemplateOffer(offer, hasExpiration);

    /// <summary>Sets a picture above the body; which one, each message says.</summary>
    /// <param name="exampleHandle">The one that reviewers see: the handle of a resumable upload.</param>
    public LimitedTimeOfferTemplateBuilder ImageHeader(string? exampleHandle) => Header(TemplateHeaderFormat.Image, exampleHandle);

    /// <summary>Sets a video above the body; which one, each message says.</summary>
    /// <param name="exampleHandle">The one that reviewers see: the handle of a resumable upload.</param>
    public LimitedTimeOfferTemplateBuilder VideoHeader(string? exampleHandle) => Header(TemplateHeaderFormat.Video, exampleHandle);

    /// <summary>Adds the button that copies the code; which one, each message says. Meta writes its label.</summary>
    /// <param name="example">The code that reviewers see, at most <see cref="TemplateLimits.OfferCouponCode"/> characters.</param>
    public LimitedTimeOfferTemplateBuilder CopyCodeButton(string? example) =>
        Add(new TemplateButtonDefinition(TemplateButtonType.CopyCode, example: example));

    /// <summary>Adds the button that opens a page.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="url">The page, at most <see cref="TemplateLimits.Url"/> characters; may end with <c>{{1}}</c>.</param>
    /// <param name="example">What reviewers see in place of the variable: the end of the address, or the whole of it.</param>
    public LimitedTimeOfferTemplateBuilder UrlButton(string? text, string? url, string? example = null) =>
        Add(new TemplateButtonDefinition(TemplateButtonType.Url, text, url: url, example: NullIfEmpty(example)));

    private LimitedTimeOfferTemplateBuilder Header(TemplateHeaderFormat format, string? exampleHandle)
    {
        Draft.Header = new TemplateHeader(format, exampleHandle: exampleHandle);
        return this;
    }
}
