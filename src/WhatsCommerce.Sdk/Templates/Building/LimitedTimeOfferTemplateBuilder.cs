namespace WhatsCommerce.Templates;

/// <summary>Builds a template with a limited-time offer. Created by <see cref="Template.LimitedTimeOffer"/>.</summary>
/// <remarks>
/// It has no footer, and is not shown in WhatsApp on the web and on desktops. Source: Meta,
/// templates/marketing-templates/limited-time-offer-templates.
/// </remarks>
public sealed class LimitedTimeOfferTemplateBuilder : BodyTemplateBuilder<LimitedTimeOfferTemplateBuilder>
{
    internal LimitedTimeOfferTemplateBuilder(TemplateDraft draft, string? offer, bool hasExpiration)
        : base(draft) => Draft.Offer = new TemplateOffer(offer, hasExpiration);

    /// <summary>Sets a picture header; each message sets the picture.</summary>
    /// <param name="exampleHandle">The example for Meta's review: the handle of a resumable upload.</param>
    public LimitedTimeOfferTemplateBuilder ImageHeader(string? exampleHandle) => Header(TemplateHeaderFormat.Image, exampleHandle);

    /// <summary>Sets a video header; each message sets the video.</summary>
    /// <param name="exampleHandle">The example for Meta's review: the handle of a resumable upload.</param>
    public LimitedTimeOfferTemplateBuilder VideoHeader(string? exampleHandle) => Header(TemplateHeaderFormat.Video, exampleHandle);

    /// <summary>Adds the button that copies the code; each message sets the code. Meta sets the label.</summary>
    /// <param name="example">The example code for Meta's review, at most <see cref="TemplateLimits.OfferCouponCode"/> characters.</param>
    public LimitedTimeOfferTemplateBuilder CopyCodeButton(string? example) =>
        Add(new TemplateButtonDefinition(TemplateButtonType.CopyCode, example: example));

    /// <summary>Adds the button that opens a URL.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="url">The URL, at most <see cref="TemplateLimits.Url"/> characters; may end with <c>{{1}}</c>.</param>
    /// <param name="example">The example of the variable for Meta's review: the end of the URL, or the complete one.</param>
    public LimitedTimeOfferTemplateBuilder UrlButton(string? text, string? url, string? example = null) =>
        Add(new TemplateButtonDefinition(TemplateButtonType.Url, text, url: url, example: NullIfEmpty(example)));

    private LimitedTimeOfferTemplateBuilder Header(TemplateHeaderFormat format, string? exampleHandle)
    {
        Draft.Header = new TemplateHeader(format, exampleHandle: exampleHandle);
        return this;
    }
}
