using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce;

/// <summary>Configures the client: which number sends, with which token, to which address.</summary>
/// <remarks>Bound from configuration by <c>AddWhatsCommerce</c>. Ids are text here and become id types where they are used.</remarks>
public sealed class WhatsCommerceOptions
{
    /// <summary>Gets the Graph API version that is called by default.</summary>
    public static string DefaultGraphVersion => "v25.0";

    /// <summary>Gets or sets the id of the business phone number that sends (not the number itself). Required to send messages.</summary>
    [MetaId(IsOfNumber = true)]
    public string? PhoneNumberId { get; set; }

    /// <summary>Gets or sets the id of the WhatsApp Business account (WABA). Required for templates and for connecting a catalog.</summary>
    [MetaId]
    public string? BusinessAccountId { get; set; }

    /// <summary>Gets or sets the id of the business portfolio. Required to list and create catalogs.</summary>
    [MetaId]
    public string? BusinessId { get; set; }

    /// <summary>Gets or sets the id of the catalog that this business sells from.</summary>
    [MetaId]
    public string? CatalogId { get; set; }

    /// <summary>
    /// Gets or sets the access token, without "Bearer". A secret: keep it out of source control. Required where a number is set, unless an
    /// <see cref="IAccessTokenProvider"/> is registered, which takes precedence.
    /// </summary>
    [RegularExpression("^[!-~]+$", ErrorMessage = "{0} must be the bare token, without \"Bearer\", blanks or line breaks.")]
    public string? AccessToken { get; set; }

    /// <summary>
    /// Gets or sets the app secret. A secret: keep it out of source control. When it is set, each request contains an
    /// <c>appsecret_proof</c>, which an app can be configured to require. Source: Meta, graph-api/security.
    /// </summary>
    public string? AppSecret { get; set; }

    /// <summary>Gets or sets the Graph API version, such as <c>v25.0</c>.</summary>
    [Required(ErrorMessage = "{0} is not set: write it as v25.0.")]
    [RegularExpression("^v[0-9]+\\.[0-9]+$", ErrorMessage = "{0} must be written as v25.0.")]
    public string GraphVersion { get; set; } = DefaultGraphVersion;

    /// <summary>
    /// Gets or sets the base address of the Graph API, without the version: https, or http on a loopback address (for the local Cloud API).
    /// A path is kept, for a gateway of your own.
    /// </summary>
    [HttpsOrLoopback(
        ErrorMessage = "{0} must be an absolute https address; http is allowed on a loopback address only, since the token is sent there.")]
    [GraphRoot]
    public Uri BaseAddress { get; set; } = new("https://graph.facebook.com/");

    /// <summary>
    /// Gets or sets how long one attempt may take, from connecting to the last byte of the response; 30 seconds by default. While a large
    /// body is uploaded in pieces, the time counts from the last piece. <see cref="RetryOptions.TotalTime"/> limits all attempts together.
    /// </summary>
    [TimeBetween(0, 3_600, IsLonger = true, ErrorMessage = "{0} must be longer than 0 and at most 1 hour.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how requests are retried.</summary>
    [Required(ErrorMessage = "{0} must not be null; switch repetition off with Retry.Enabled = false.")]
    [ValidateObjectMembers]
    public RetryOptions Retry { get; set; } = new();

    /// <summary>Gets or sets the rate at which messages are sent; not limited by default.</summary>
    [Required(ErrorMessage = "{0} must not be null; without settings it limits nothing.")]
    [ValidateObjectMembers]
    public PacingOptions Pacing { get; set; } = new();

    /// <summary>
    /// Gets or sets whether products are checked before they are sent, and how long the results are cached; not checked by default.
    /// </summary>
    [Required(ErrorMessage = "{0} must not be null; without settings nothing is checked.")]
    [ValidateObjectMembers]
    public PreflightOptions Preflight { get; set; } = new();

    /// <summary>
    /// Gets or sets the section that the options are bound to, for error messages; <see langword="null"/> when they are set in code.
    /// </summary>
    internal string? SectionPath { get; set; }
}

[OptionsValidator]
internal sealed partial class WhatsCommerceOptionsValidator : IValidateOptions<WhatsCommerceOptions>;
