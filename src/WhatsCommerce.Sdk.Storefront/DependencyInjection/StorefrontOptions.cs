using System.ComponentModel.DataAnnotations;
using WhatsCommerce.Validation;

namespace WhatsCommerce.Storefronts;

/// <summary>The options of a storefront.</summary>
public sealed class StorefrontOptions
{
    /// <summary>
    /// Gets or sets the id of the shop, which every row of its tables contains; the default is <c>shop</c>, or the name of a named
    /// storefront. Do not change it later.
    /// </summary>
    [Required(ErrorMessage = "{0} is required: it stands in every row of the shop.")]
    public string ShopId { get; set; } = "shop";

    /// <summary>
    /// Gets or sets the ids of the business phone numbers that belong to this shop. Empty unless set: the only shop of an app then serves
    /// all numbers, and each of several shops serves the number of the client with its name.
    /// </summary>
    public IList<string> PhoneNumberIds { get; set; } = [];

    /// <summary>
    /// Gets or sets how often an <see cref="IStorefrontDirectory"/> lists its shops; 30 seconds unless set. Set it on the unnamed
    /// storefront.
    /// </summary>
    [TimeBetween(1, 3_600, ErrorMessage = "{0} must be from 1 second to 1 hour.")]
    public TimeSpan DirectoryInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets the address at which the shop's pages are reached from outside, such as <c>https://shop.example/shop</c>: the public
    /// address of what <c>MapWhatsCommerceStorefront</c> maps. Required for providers that send the customer to their own page. The pages
    /// of a named shop, or of a shop of a directory, are below it under the id of the shop.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>
    /// Gets or sets the default language, for customers whose language is unknown: a tag such as <c>en</c>, which is the default.
    /// </summary>
    [Required(ErrorMessage = "{0} is required, such as en.")]
    public string Language { get; set; } = "en";

    /// <summary>Gets or sets the shop's IANA time zone, such as <c>America/Bogota</c>; UTC unless set.</summary>
    [IanaTimeZone(ErrorMessage = "{0} must be an IANA time zone, such as America/Bogota.")]
    public string TimeZone { get; set; } = "UTC";

    /// <summary>
    /// Gets or sets the name of the template for order updates outside the customer's 24-hour window; with <see langword="null"/> no
    /// message is sent then, and a warning is logged. Its body has two parameters: the number of the order, and a sentence.
    /// </summary>
    public string? OrderStatusTemplate { get; set; }

    /// <summary>Gets or sets the language of that template at Meta, such as <c>en</c> or <c>pt_BR</c>; <c>en</c> unless set.</summary>
    [Required(ErrorMessage = "{0} is required, such as en.")]
    public string OrderStatusTemplateLanguage { get; set; } = "en";

    /// <summary>
    /// Gets or sets a value indicating whether prices include tax; <see langword="true"/> unless set. Included tax is shown, not added.
    /// </summary>
    public bool PricesIncludeTax { get; set; } = true;

    /// <summary>
    /// Gets or sets how long a quote is valid, and so how long an offer can be paid; 1 hour unless set, 5 minutes to 24 hours.
    /// </summary>
    [TimeBetween(300, 86_400, ErrorMessage = "{0} must be from 5 minutes to 24 hours.")]
    public TimeSpan QuoteLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets how long a cart can be ordered before it expires; 7 days unless set, 1 hour to 90 days.</summary>
    [TimeBetween(3_600, 7_776_000, ErrorMessage = "{0} must be from 1 hour to 90 days.")]
    public TimeSpan CartLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Gets or sets the maximum number of lines in a cart; 200 unless set. A larger cart is answered but not priced.</summary>
    [NumberBetween(1, 1_000, ErrorMessage = "{0} must be from 1 to 1000.")]
    public int MaxLines { get; set; } = 200;

    /// <summary>
    /// Gets or sets the maximum quantity of one product in a cart; 1,000 unless set. A cart with a larger quantity is answered but not
    /// priced.
    /// </summary>
    [NumberBetween(1, 1_000_000, ErrorMessage = "{0} must be from 1 to 1000000.")]
    public int MaxQuantity { get; set; } = 1_000;

    /// <summary>Gets or sets how the catalog is imported and followed.</summary>
    [Required(ErrorMessage = "{0} is required.")]
    [ValidateObjectMembers]
    public StorefrontCatalogOptions Catalog { get; set; } = new();

    /// <summary>
    /// Gets or sets a value indicating whether payments in a provider's test mode place orders. Otherwise the order needs review after such
    /// a payment.
    /// </summary>
    public bool AllowTestPayments { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the app may also handle <c>OrderEvent</c> itself, with a class or a delegate. Otherwise that
    /// is an error at startup, because the customer would get two replies. Handlers of a base type, such as <c>MessageEvent</c>, are always
    /// allowed, because they usually only record or count events.
    /// </summary>
    public bool AllowOwnOrderHandlers { get; set; }

    /// <summary>Gets or sets how long a call to a provider may take before its outcome counts as unknown; 1 minute unless set.</summary>
    [TimeBetween(1, 600, ErrorMessage = "{0} must be from 1 second to 10 minutes.")]
    public TimeSpan ProviderTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets how long a handler of an event may run before it counts as failed; 2 minutes unless set.</summary>
    [TimeBetween(1, 3_600, ErrorMessage = "{0} must be from 1 second to 1 hour.")]
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Gets or sets how many times a handler is attempted for an event, retries included, before the event becomes a dead letter; 10 unless
    /// set.
    /// </summary>
    [NumberBetween(1, 1_000, ErrorMessage = "{0} must be from 1 to 1000.")]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>Gets or sets how many events are handled concurrently; 8 unless set.</summary>
    [NumberBetween(1, 1_000, ErrorMessage = "{0} must be from 1 to 1000.")]
    public int MaxConcurrency { get; set; } = 8;

    /// <summary>
    /// Gets or sets how often the store is polled for events and for payments that are due; 5 seconds unless set. Events of this process
    /// are handled immediately.
    /// </summary>
    [TimeBetween(1, 3_600, ErrorMessage = "{0} must be from 1 second to 1 hour.")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Gets or sets the shop's own texts: by language, then by the name of the text as in <see cref="StorefrontText"/>. For other texts the
    /// storefront's default is used.
    /// </summary>
    /// <remarks>
    /// Placeholders are in double braces, such as <c>{{order_number}}</c>; an unknown placeholder is an error at startup.
    /// </remarks>
    public IDictionary<string, IDictionary<string, string>> Texts { get; set; } = new Dictionary<string, IDictionary<string, string>>();
}

[OptionsValidator]
internal sealed partial class StorefrontOptionsValidator : IValidateOptions<StorefrontOptions>;
