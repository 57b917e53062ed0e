using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace WhatsCommerce.Storefronts;

/// <summary>The options of a storefront.</summary>
public sealed class StorefrontOptions
{
    /// <summary>
    /// Gets or sets the id of the shop, in every row of its tables; <c>shop</c> unless set, and for a named storefront its name. Keep it.
    /// </summary>
    [Required(ErrorMessage = "{0} is required: it stands in every row of the shop.")]
    public string ShopId { get; set; } = "shop";

    /// <summary>
    /// Gets or sets the ids of the business phone numbers whose customers are this shop's. None unless set: the only shop of an app then
    /// takes all numbers, and one of several the number of the client that has its name.
    /// </summary>
    [SuppressMessage(
        "Usage", "CA2227:Collection properties should be read only", Justification = "Options are assigned as often as they are added to.")]
    public IList<string> PhoneNumberIds { get; set; } = [];

    /// <summary>
    /// Gets or sets how often an <see cref="IStorefrontDirectory"/> lists its shops; 30 seconds unless set. That of the storefront without
    /// a name counts.
    /// </summary>
    [DurationBetween(1, 3_600, ErrorMessage = "{0} must be from 1 second to 1 hour.")]
    public TimeSpan DirectoryInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets the address at which the shop's pages are reached from outside, such as <c>https://shop.example/shop</c>: the public
    /// address of what <c>MapWhatsCommerceStorefront</c> maps. Providers that send the customer to a page of theirs need it. The pages of
    /// a shop that has a name, or is one of a directory, stand below it under the id of the shop.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>Gets or sets the language of customers of whom none is known, such as <c>en</c>.</summary>
    [Required(ErrorMessage = "{0} is required, such as en.")]
    public string Language { get; set; } = "en";

    /// <summary>Gets or sets the shop's IANA time zone, such as <c>America/Bogota</c>; UTC unless set.</summary>
    [IanaTimeZone(ErrorMessage = "{0} must be an IANA time zone, such as America/Bogota.")]
    public string TimeZone { get; set; } = "UTC";

    /// <summary>
    /// Gets or sets the name of a template that tells of an order when the customer's 24 hours are over; <see langword="null"/> to tell
    /// nothing then but the log. Its body has two parameters: the number of the order, and a sentence.
    /// </summary>
    public string? OrderStatusTemplate { get; set; }

    /// <summary>Gets or sets the language of that template at Meta, such as <c>en</c> or <c>pt_BR</c>; <c>en</c> unless set.</summary>
    [Required(ErrorMessage = "{0} is required, such as en.")]
    public string OrderStatusTemplateLanguage { get; set; } = "en";

    /// <summary>
    /// Gets or sets a value indicating whether prices contain the tax; <see langword="true"/> unless set. Contained tax is shown and never
    /// added.
    /// </summary>
    public bool PricesIncludeTax { get; set; } = true;

    /// <summary>
    /// Gets or sets how long a quote holds, and so how long an offer can be paid; 1 hour unless set, 5 minutes to 24 hours.
    /// </summary>
    [DurationBetween(300, 86_400, ErrorMessage = "{0} must be from 5 minutes to 24 hours.")]
    public TimeSpan QuoteLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets how long a cart can be ordered; 7 days unless set, 1 hour to 90 days.</summary>
    [DurationBetween(3_600, 7_776_000, ErrorMessage = "{0} must be from 1 hour to 90 days.")]
    public TimeSpan CartLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Gets or sets how many lines a cart may have; 200 unless set. A larger one is answered and not priced.</summary>
    [CountBetween(1, 1_000, ErrorMessage = "{0} must be from 1 to 1000.")]
    public int MaxLines { get; set; } = 200;

    /// <summary>Gets or sets how many of one product a cart may have; 1,000 unless set. A larger one is answered and not priced.</summary>
    [CountBetween(1, 1_000_000, ErrorMessage = "{0} must be from 1 to 1000000.")]
    public int MaxQuantity { get; set; } = 1_000;

    /// <summary>Gets or sets how the catalog is imported and followed.</summary>
    [Required(ErrorMessage = "{0} is required.")]
    [ValidateObjectMembers]
    public StorefrontCatalogOptions Catalog { get; set; } = new();

    /// <summary>
    /// Gets or sets a value indicating whether payments in a provider's test mode place orders. Unless it is set, such a payment makes the
    /// order need review.
    /// </summary>
    public bool AllowTestPayments { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the app may handle <c>OrderEvent</c> itself beside the storefront, by a class or a delegate.
    /// Unless it is set, that is an error at start, because the customer would get two answers. Handlers of a base type, such as
    /// <c>MessageEvent</c>, are no error: they record or count, and answering carts is not what they are for.
    /// </summary>
    public bool AllowBoth { get; set; }

    /// <summary>Gets or sets how long a call to a provider may take before its outcome counts as unknown; 1 minute unless set.</summary>
    [DurationBetween(1, 600, ErrorMessage = "{0} must be from 1 second to 10 minutes.")]
    public TimeSpan ProviderTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets how long a handler of an event may run before it counts as failed; 2 minutes unless set.</summary>
    [DurationBetween(1, 3_600, ErrorMessage = "{0} must be from 1 second to 1 hour.")]
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets how often a handler is started for an event before it is kept as a dead letter; 10 unless set.</summary>
    [CountBetween(1, 1_000, ErrorMessage = "{0} must be from 1 to 1000.")]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>Gets or sets how many events are handled at once; 8 unless set.</summary>
    [CountBetween(1, 1_000, ErrorMessage = "{0} must be from 1 to 1000.")]
    public int MaxConcurrency { get; set; } = 8;

    /// <summary>
    /// Gets or sets how often the store is asked for events and for payments that are due; 5 seconds unless set. Events of this process
    /// are handled at once.
    /// </summary>
    [DurationBetween(1, 3_600, ErrorMessage = "{0} must be from 1 second to 1 hour.")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Gets or sets the shop's own texts: by language, then by the name of the text as in <see cref="StorefrontText"/>. What is not set
    /// here is the storefront's own.
    /// </summary>
    /// <remarks>Values stand in braces, such as <c>{{order_number}}</c>; a name that the text does not know is an error at start.</remarks>
    [SuppressMessage(
        "Usage", "CA2227:Collection properties should be read only", Justification = "Options are assigned as often as they are added to.")]
    public IDictionary<string, IDictionary<string, string>> Texts { get; set; } = new Dictionary<string, IDictionary<string, string>>();
}
