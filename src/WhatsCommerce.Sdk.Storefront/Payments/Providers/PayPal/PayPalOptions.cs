namespace WhatsCommerce.Storefronts;

/// <summary>The options for PayPal (Orders v2).</summary>
public sealed class PayPalOptions : ProviderOptions
{
    /// <summary>Initializes a new instance with the default values.</summary>
    public PayPalOptions()
        : base("PayPal") { }

    /// <summary>Gets or sets the client id of the app in PayPal's developer dashboard.</summary>
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the client secret. Keep it out of source control.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Gets or sets a value indicating whether the keys belong to the sandbox, in which no money moves.</summary>
    public bool UseSandbox { get; set; }

    /// <summary>
    /// Gets or sets the ids of the webhooks in the dashboard, usually one: signatures include them. Without one, webhooks are rejected, and
    /// payments are found only by the return page and the sweep.
    /// </summary>
    public IList<string> WebhookIds { get; set; } = [];

    /// <summary>
    /// Gets or sets the name of the shop on PayPal's page, at most 127 characters; the name in the PayPal account unless set.
    /// </summary>
    public string? BrandName { get; set; }

    internal override bool IsTestMode => UseSandbox;

    internal Uri Address => BaseAddress
        ?? new Uri(UseSandbox ? "https://api-m.sandbox.paypal.com" : "https://api-m.paypal.com");

    internal override IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(ClientId) || string.IsNullOrWhiteSpace(ClientSecret))
        {
            yield return $"{nameof(ClientId)} and {nameof(ClientSecret)} are required.";
        }
    }
}
