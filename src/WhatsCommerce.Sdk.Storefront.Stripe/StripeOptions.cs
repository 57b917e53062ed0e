using System.Text.Json;

namespace WhatsCommerce.Storefronts;

/// <summary>The options of Stripe (Checkout).</summary>
public sealed class StripeOptions : ProviderOptions
{
    /// <summary>Initializes the options.</summary>
    public StripeOptions()
        : base("Card")
    {
    }

    /// <summary>
    /// Gets or sets the secret key, <c>sk_live_...</c> or <c>sk_test_...</c>, or a restricted one (<c>rk_...</c>). Keep it out of source
    /// control.
    /// </summary>
    public string? SecretKey { get; set; }

    /// <summary>
    /// Gets or sets the signing secrets of the webhook endpoint, <c>whsec_...</c>; several while one is being rolled. Without one, webhooks
    /// are refused, and payments are found by the return page and the sweep alone.
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
            yield return $"{nameof(SecretKey)} is the publishable key (pk_...), with which nothing can be charged: take the secret key (sk_...) "
                + "or a restricted one (rk_...).";
        }

        if (!JsonSerializer.IsReflectionEnabledByDefault)
        {
            yield return "Stripe.net reads JSON by reflection, which this app switches off: set JsonSerializerIsReflectionEnabledByDefault "
                + "to true in its project file.";
        }
    }
}
