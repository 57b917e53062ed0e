namespace WhatsCommerce.Templates;

/// <summary>Contains the limits that a template is checked against before it is created, and those that only Meta enforces.</summary>
/// <remarks>
/// Lengths count Unicode scalar values (runes), including variables with their braces, not the values that replace them: Meta says
/// "characters" without defining them.
/// </remarks>
public static class TemplateLimits
{
    /// <summary>
    /// Name: 512 characters of <c>a-z</c>, <c>0-9</c> and <c>_</c>. Source: Meta, templates/components; Kapso JavaScript SDK.
    /// </summary>
    public static int Name => 512;

    /// <summary>Text of a header: 60 characters. Source: Meta, templates/components; Kapso JavaScript SDK.</summary>
    public static int HeaderText => 60;

    /// <summary>Variables of a header: 1. Source: Meta, templates/marketing-templates/mpm-templates; templates/components.</summary>
    public static int HeaderVariables => 1;

    /// <summary>Body: 1024 characters. Source: Meta, templates/components; Kapso JavaScript SDK.</summary>
    public static int Body => 1024;

    /// <summary>
    /// Body of a limited-time offer template: 600 characters. Source: Meta, templates/marketing-templates/limited-time-offer-templates.
    /// </summary>
    public static int OfferBody => 600;

    /// <summary>Body of a single-product template: 160 characters. Source: Meta, templates/marketing-templates/spm-templates.</summary>
    public static int ProductBody => 160;

    /// <summary>Footer: 60 characters. Source: Meta, templates/components; Kapso JavaScript SDK.</summary>
    public static int Footer => 60;

    /// <summary>Buttons of a template: 10. Source: Kapso JavaScript SDK.</summary>
    public static int Buttons => 10;

    /// <summary>Buttons of a template that open a page: 2. Source: Kapso JavaScript SDK.</summary>
    public static int UrlButtons => 2;

    /// <summary>Label of a button: 25 characters. Source: Meta, templates/components; Kapso JavaScript SDK.</summary>
    public static int ButtonText => 25;

    /// <summary>Address of a button: 2000 characters. Source: Kapso JavaScript SDK.</summary>
    public static int Url => 2000;

    /// <summary>Phone number of a button: 20 characters. Source: Kapso JavaScript SDK.</summary>
    public static int PhoneNumber => 20;

    /// <summary>Coupon code: 20 characters. Source: Meta changelog, 3 December 2025.</summary>
    public static int CouponCode => 20;

    /// <summary>
    /// Example of the coupon code of a limited-time offer template: 15 characters. Source: Meta,
    /// templates/marketing-templates/limited-time-offer-templates.
    /// </summary>
    public static int OfferCouponCode => 15;

    /// <summary>
    /// Text of a limited-time offer: 16 characters. Source: Meta, templates/marketing-templates/limited-time-offer-templates.
    /// </summary>
    public static int OfferText => 16;

    /// <summary>
    /// Cards of a carousel, at least: 2. Source: Meta, templates/marketing-templates/media-card-carousel-templates; Kapso JavaScript SDK.
    /// </summary>
    public static int CarouselMinCards => 2;

    /// <summary>
    /// Cards of a carousel, at most: 10. Source: Meta, templates/marketing-templates/media-card-carousel-templates; Kapso JavaScript SDK.
    /// </summary>
    public static int CarouselCards => 10;

    /// <summary>Body of a card: 160 characters. Source: Kapso JavaScript SDK; pywa.</summary>
    public static int CardBody => 160;

    /// <summary>Buttons of a card: 2. Source: Kapso JavaScript SDK; pywa.</summary>
    public static int CardButtons => 2;

    /// <summary>Minutes for which a code is valid, at most: 90. Source: Meta, templates/authentication-templates.</summary>
    public static int CodeMinutes => 90;

    /// <summary>Name of a group of templates: 256 characters. Source: Meta, templates/template-groups.</summary>
    public static int GroupName => 256;

    /// <summary>Description of a group of templates: 512 characters. Source: Meta, templates/template-groups.</summary>
    public static int GroupDescription => 512;

    /// <summary>
    /// Templates of an account whose business is not verified: 250; Meta reports error 2388019. Not checked. Source: Meta,
    /// templates/overview.
    /// </summary>
    public static int UnverifiedAccountTemplates => 250;

    /// <summary>Edits of an approved template in 24 hours: 1. Not checked. Source: pywa.</summary>
    public static int EditsPerDay => 1;

    /// <summary>Edits of an approved template in 30 days: 10. Not checked. Source: pywa.</summary>
    public static int EditsPerMonth => 10;
}
