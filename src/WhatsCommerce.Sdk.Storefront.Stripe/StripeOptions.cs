using System.Text.Json;

namespace WhatsCommerce.Storefronts;

/// <summary>The options for Stripe (Checkout).</summary>
public sealed class StripeOptions : ProviderOptions
{
    /// <summary>Initializes a new instance with the default values.</summary>
    public StripeOptions()
        : base("Card") { }

    /// <summary>
    /// Gets or sets the secret key, <c>sk_live_...</c> or <c>sk_test_...</c>, or a restricted one (<c>rk_...</c>). Keep it out of source
    /// control.
    /// </summary>
    public string? SecretKey { get; set; }

    /// <summary>
    /// Gets or sets the signing secrets of the webhook endpoint, <c>whsec_...</c>; set several during a rotation. Without one, webhooks are
    /// rejected, and payments are found only by the return page and the sweep.
    /// </summary>
    public IList<string> WebhookSecrets { get; set; } = [];

    internal override bool IsTestMode => SecretKey?.Contains("_test_", StringComparison.Ordinal) == true;

    internal override IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(SecretKey))
        {
            yield return $"{nameof(SecretKey)} is required.";
        }
        else if (SecretKey.StartsWith("pk_", StringComparison.Ordinal))
        {
            yield return $"{nameof(SecretKey)} is the publishable key (pk_...), which cannot create charges: use the secret key (sk_...) "
                + "or a restricted one (rk_...).";
        }

        if (!JsonSerializer.IsReflectionEnabledByDefault)
        {
            yield return "Stripe.net reads JSON by reflection, which this app switches off: set JsonSerializerIsReflectionEnabledByDefault "
                + "to true in its project file.";
        }
    }
}
