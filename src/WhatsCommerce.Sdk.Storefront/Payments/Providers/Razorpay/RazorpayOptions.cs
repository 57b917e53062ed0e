namespace WhatsCommerce.Storefronts;

/// <summary>The options for Razorpay (payment links).</summary>
public sealed class RazorpayOptions : ProviderOptions
{
    private const string TestPrefix = "rzp_test_";

    /// <summary>Initializes a new instance with the default values.</summary>
    public RazorpayOptions()
        : base("Razorpay") { }

    /// <summary>Gets or sets the key id, <c>rzp_live_...</c> or <c>rzp_test_...</c>.</summary>
    public string? KeyId { get; set; }

    /// <summary>Gets or sets the key's secret. Keep it out of source control.</summary>
    public string? KeySecret { get; set; }

    /// <summary>
    /// Gets or sets the webhook secrets, which differ from the key's secret. Set several during a rotation, because retries of earlier
    /// webhooks are signed with the old one. Without one, webhooks are rejected, and payments are found only by the return page and the
    /// sweep.
    /// </summary>
    public IList<string> WebhookSecrets { get; set; } = [];

    /// <summary>Gets or sets currencies other than INR, for accounts that accept international payments.</summary>
    public IList<string> Currencies { get; set; } = [];

    internal override bool IsTestMode => KeyId?.StartsWith(TestPrefix, StringComparison.Ordinal) == true;

    internal Uri Address => BaseAddress ?? new Uri("https://api.razorpay.com");

    internal override IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(KeyId) || string.IsNullOrWhiteSpace(KeySecret))
        {
            yield return $"{nameof(KeyId)} and {nameof(KeySecret)} are required.";
        }

        if (Currencies.Any(code => ProviderCurrencies.Razorpay(code) is null))
        {
            yield return $"{nameof(Currencies)} has one that ISO 4217 does not know, or with more digits than Razorpay writes.";
        }
    }
}
