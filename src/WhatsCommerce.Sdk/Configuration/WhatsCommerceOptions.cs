using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce;

/// <summary>What the client needs to know: which number sends, with which token, to which address.</summary>
/// <remarks>Bound from configuration by <c>AddWhatsCommerce</c>. Ids are text here and become id types where they are used.</remarks>
public sealed class WhatsCommerceOptions
{
    /// <summary>The Graph API version that is called unless another is set.</summary>
    public static string DefaultGraphVersion => "v25.0";

    /// <summary>The id of the business phone number that sends (not the number itself). Needed to send messages.</summary>
    [RegularExpression(
        "^[0-9]+$",
        ErrorMessage = "{0} is an id and must be digits only, as Meta's dashboard shows it; a phone number with + is not its id.")]
    public string? PhoneNumberId { get; set; }

    /// <summary>The id of the WhatsApp Business account (WABA). Needed for templates and for connecting a catalog.</summary>
    [RegularExpression("^[0-9]+$", ErrorMessage = "{0} is an id and must be digits only, as Meta's dashboard shows it.")]
    public string? BusinessAccountId { get; set; }

    /// <summary>The id of the business portfolio. Needed to list and create catalogs.</summary>
    [RegularExpression("^[0-9]+$", ErrorMessage = "{0} is an id and must be digits only, as Meta's dashboard shows it.")]
    public string? BusinessId { get; set; }

    /// <summary>The id of the catalog that this business sells from.</summary>
    [RegularExpression("^[0-9]+$", ErrorMessage = "{0} is an id and must be digits only, as Meta's dashboard shows it.")]
    public string? CatalogId { get; set; }

    /// <summary>
    /// The access token, without "Bearer". A secret: keep it out of source control. Needed where a number is set, unless an
    /// <see cref="IAccessTokenProvider"/> is registered, which goes before it.
    /// </summary>
    [RegularExpression("^[!-~]+$", ErrorMessage = "{0} must be the bare token, without \"Bearer\", blanks or line breaks.")]
    public string? AccessToken { get; set; }

    /// <summary>
    /// The app secret. A secret: keep it out of source control. When it is set, each request contains an <c>appsecret_proof</c>, which an
    /// app can be configured to require. Source: Meta, graph-api/security.
    /// </summary>
    public string? AppSecret { get; set; }

    /// <summary>The Graph API version, such as <c>v25.0</c>.</summary>
    [Required(ErrorMessage = "{0} is not set: write it as v25.0.")]
    [RegularExpression("^v[0-9]+\\.[0-9]+$", ErrorMessage = "{0} must be written as v25.0.")]
    public string GraphVersion { get; set; } = DefaultGraphVersion;

    /// <summary>
    /// Where the Graph API is, without the version. https, or http on a loopback address (for the local Cloud API). A path is kept, for a
    /// gateway of your own.
    /// </summary>
    [HttpsOrLoopback(
        ErrorMessage = "{0} must be an absolute https address; http is allowed on a loopback address only, since the token is sent there.")]
    [GraphRoot]
    public Uri BaseAddress { get; set; } = new("https://graph.facebook.com/");

    /// <summary>
    /// How long one attempt at a request may take, from connecting to the last byte of the answer. 30 seconds unless
    /// set; a large body that is written in pieces counts from its last piece. How long all attempts may take together is
    /// <see cref="RetryOptions.TotalTime"/>.
    /// </summary>
    [PositiveTimeout(ErrorMessage = "{0} must be more than nothing and at most an hour.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How requests are retried.</summary>
    [Required(ErrorMessage = "{0} must not be null; switch repetition off with Retry.Enabled = false.")]
    [ValidateObjectMembers]
    public RetryOptions Retry { get; set; } = new();

    /// <summary>How fast messages leave; not limited unless set.</summary>
    [Required(ErrorMessage = "{0} must not be null; without settings it limits nothing.")]
    [ValidateObjectMembers]
    public PacingOptions Pacing { get; set; } = new();

    /// <summary>
    /// Whether products are checked before they are sent, and for how long what was found is remembered; not checked unless set.
    /// </summary>
    [Required(ErrorMessage = "{0} must not be null; without settings nothing is checked.")]
    [ValidateObjectMembers]
    public PreflightOptions Preflight { get; set; } = new();

    /// <summary>The section that the options are bound to, for messages; <see langword="null"/> when they are set in code.</summary>
    internal string? SectionPath { get; set; }
}
