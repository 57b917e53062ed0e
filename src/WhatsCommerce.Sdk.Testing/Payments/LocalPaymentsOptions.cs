namespace WhatsCommerce.Testing;

/// <summary>Which local providers start; all of them unless one is <see langword="null"/>.</summary>
public sealed class LocalPaymentsOptions
{
    /// <summary>The local Stripe; <see langword="null"/> for none.</summary>
    public LocalProviderOptions? Stripe { get; set; } = new();

    /// <summary>The local PayPal; <see langword="null"/> for none.</summary>
    public LocalProviderOptions? PayPal { get; set; } = new();

    /// <summary>The local Razorpay; <see langword="null"/> for none.</summary>
    public LocalProviderOptions? Razorpay { get; set; } = new();
}
