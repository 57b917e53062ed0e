using Microsoft.Extensions.Options;
using WhatsCommerce.Validation;

namespace WhatsCommerce.Storefronts;

/// <summary>The options for the shop's pages and for the webhooks of payment providers.</summary>
public sealed class StorefrontPagesOptions
{
    /// <summary>Gets or sets the name of the shop in the header of each page; none unless set.</summary>
    public string? ShopName { get; set; }

    /// <summary>
    /// Gets or sets the shop's number in WhatsApp, such as <c>+1 650 555 1234</c>: pages link back to its chat. No link unless set.
    /// </summary>
    public string? WhatsAppNumber { get; set; }

    /// <summary>
    /// Gets or sets how long a visitor waits for a provider before the page says that the payment is being checked; 15 seconds unless set,
    /// 1 second to 2 minutes. The check itself continues.
    /// </summary>
    [TimeBetween(1, 120, ErrorMessage = "{0} must be from 1 second to 2 minutes.")]
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Gets or sets the maximum size of a provider's webhook in bytes; 1 MB unless set, 1 KB to 16 MB. A larger one is answered with 413.
    /// </summary>
    [NumberBetween(1_024, 16_777_216, ErrorMessage = "{0} must be from 1024 to 16777216.")]
    public int MaxWebhookBytes { get; set; } = 1_048_576;

    /// <summary>
    /// Gets or sets the timeout for receiving a provider's webhook, and again for handling it; 30 seconds unless set, 1 second to 5
    /// minutes. A webhook that is not received in time is answered with 408, one that is not handled in time with 503, so that the provider
    /// retries it.
    /// </summary>
    [TimeBetween(1, 300, ErrorMessage = "{0} must be from 1 second to 5 minutes.")]
    public TimeSpan WebhookTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets the shop's own texts of the pages: by language, then by the name of the text as in <see cref="StorefrontPageText"/>.
    /// For other texts the default is used, in English, Spanish, Portuguese, Hindi, Indonesian or Arabic.
    /// </summary>
    /// <remarks>
    /// Placeholders are in double braces, such as <c>{{order_number}}</c>; an unknown placeholder is an error at startup.
    /// </remarks>
    public IDictionary<string, IDictionary<string, string>> Texts { get; set; } = new Dictionary<string, IDictionary<string, string>>();
}

[OptionsValidator]
internal sealed partial class StorefrontPagesOptionsValidator : IValidateOptions<StorefrontPagesOptions>;
