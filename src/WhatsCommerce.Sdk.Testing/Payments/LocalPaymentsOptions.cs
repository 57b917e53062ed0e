namespace WhatsCommerce.Testing;

/// <summary>The options for local payment providers; a provider that is <see langword="null"/> is not started.</summary>
public sealed class LocalPaymentsOptions
{
    /// <summary>The local Stripe; <see langword="null"/> for none.</summary>
    public LocalProviderOptions? Stripe { get; set; } = new();

    /// <summary>The local PayPal; <see langword="null"/> for none.</summary>
    public LocalProviderOptions? PayPal { get; set; } = new();

    /// <summary>The local Razorpay; <see langword="null"/> for none.</summary>
    public LocalProviderOptions? Razorpay { get; set; } = new();
}
